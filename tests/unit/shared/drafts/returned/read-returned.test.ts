import { expect, test } from 'vitest';
import type { Claim } from '../../../../../shared/domain/claim';
import { getReviewQueue } from '../../../../../shared/domain/review/review-queue';
import { describeReturned } from '../../../../../shared/drafts/returned/returned-counts';
import type { ReturnedComment } from '../../../../../shared/import/annotations/annotation';
import type { Span } from '../../../../../shared/text/span';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow } from '../../reviews';
import { createProposal, openCheckedArticle } from '../checked-articles';
import {
  addReturned,
  authorReply,
  changeClaim,
  getClaim,
  returnClaim,
  type TestThread,
} from './returned-reports';

const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.', 'It has 340 seats.'];

function open() {
  const opened = openCheckedArticle(paragraphs, {
    '12 million': 'disputed',
    Gdansk: 'disputed',
    '340 seats': 'verified',
  });
  const [cars = '', yard = '', seats = ''] = opened.claimIds;
  return { ...opened, cars, yard, seats };
}

type Opened = ReturnType<typeof open>;

/** The account of a draft with the comments of some claims. */
function account(
  { review, draft }: Opened,
  threads: readonly [id: string, words: string, thread?: TestThread][],
) {
  const after = createProposal(...paragraphs);
  const claims = threads.map(([id, words, thread]) => {
    const status = getClaim(review, id).verdict;
    const more = { status, ...thread?.more };
    return returnClaim(review, draft, id, findWords(after.text, words), { ...thread, more });
  });
  const { counts } = addReturned(review, draft, { ...after, claims });
  return counts && describeReturned(counts);
}

test('a comment that did not come back beside others of its status was deleted', () => {
  const opened = open();
  const { cars, seats } = opened;
  expect(
    account(opened, [
      [cars, '12 million'],
      [seats, '340 seats', { isResolved: true }],
    ]),
  ).toEqual([
    '2 comments of a Stet report came back: 1 resolved without an answer',
    '1 comment of the report was deleted',
  ]);
});

test('a report without the claims of a status had no comments on them', () => {
  const opened = open();
  expect(account(opened, [[opened.seats, '340 seats', { replies: [authorReply] }]])).toEqual([
    '1 comment of a Stet report came back: 1 with an answer',
  ]);
});

test.each([
  ['marked', (claim: Claim, at: string) => ({ ...claim, createdAt: at })],
  ['judged', (claim: Claim, at: string) => ({ ...claim, judged: claim.judged && { ...claim.judged, at } })],
])('a claim that was %s after all that came back may not have been in the report', (_what, change) => {
  const opened = open();
  const { review, cars, yard } = opened;
  changeClaim(review, yard, change(getClaim(review, yard), '2027-01-01T00:00:00.000Z'));
  expect(account(opened, [[cars, '12 million']])).toEqual(['1 comment of a Stet report came back']);
});

test('a comment of no claim may be the one that is missing', () => {
  const opened = open();
  const { cars, seats } = opened;
  const stranger = { durableId: '00000001', number: 9 };
  const lines = account(opened, [
    [cars, '12 million'],
    [seats, 'built', { more: stranger }],
  ]);
  expect(lines?.join(' ')).not.toContain('deleted');
});

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
