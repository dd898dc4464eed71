import { expect, test } from 'vitest';
import { getReviewQueue } from '../../../../../shared/domain/review/review-queue';
import type { ReturnedComment } from '../../../../../shared/import/annotations/returned-comment';
import type { Span } from '../../../../../shared/text/span';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow } from '../../reviews';
import { createProposal, openCheckedArticle } from '../checked-articles';
import { addReturned, returnClaim } from './returned-reports';

const before = ['The table.', 'Interest, bn\tShare', '316\t7.7 %', 'It was 2018.'];
/** The cell beside the claim changed. */
const after = ['The table.', 'Interest, bn\tShare', '325\t7.7 %', 'It was 2018.'];

/** Brings the file back with comments of its claim on spans of its text. */
function returnTable(
  listSpans: (text: string) => Span[],
  paragraphs = after,
  more: Partial<ReturnedComment> = {},
) {
  const { review, draft, claimIds } = openCheckedArticle(before, { '7.7 %': 'verified' });
  const [claimId = ''] = claimIds;
  const proposal = createProposal(...paragraphs);
  const claims = listSpans(proposal.text).map((span) => returnClaim(review, draft, claimId, span, { more }));
  const next = addReturned(review, draft, { ...proposal, claims });
  applyOrThrow(review, next.edits);
  const [placement] = [...review.placements.values()].filter(({ draftId }) => draftId === next.draft.id);
  const queue = getReviewQueue(review, next.draft).map(({ claim }) => claim.id);
  return { text: proposal.text, placement, queue, claimId };
}

test('a search alone does not find the claim of these tests', () => {
  expect(returnTable(() => []).placement).toMatchObject({ status: 'ambiguous', span: null });
});

test.each([
  ['by its durable id', {}],
  ['by its words', { durableId: null }],
])('a claim that a search does not find is where its comment came back on its words, known %s', (_, more) => {
  const { text, placement, queue, claimId } = returnTable(
    (words) => [findWords(words, '7.7 %')],
    after,
    more,
  );
  expect(placement).toMatchObject({ status: 'unchanged', span: findWords(text, '7.7 %'), candidates: [] });
  // The row around it changed, so its verdict has to be checked again.
  expect(placement?.resolved).toBe(false);
  expect(queue).toEqual([claimId]);
});

test('the comment decides between places with the same words', () => {
  const twice = [...after, 'Another share: 7.7 %'];
  const { placement, text } = returnTable((words) => [findWords(words, '7.7 %')], twice);
  expect(placement?.span).toEqual(findWords(text, '7.7 %'));
});

test('a claim has no place where its comment is on other words', () => {
  expect(returnTable((words) => [findWords(words, '325\t7.7 %')]).placement?.span).toBeNull();
});

test('a claim has no place where copies of its comment are on several places', () => {
  const twice = [...after, 'Another share: 7.7 %'];
  const { placement } = returnTable((words) => {
    const start = words.lastIndexOf('7.7 %');
    return [findWords(words, '7.7 %'), { start, end: start + 5 }];
  }, twice);
  expect(placement).toMatchObject({ status: 'ambiguous', span: null });
});
