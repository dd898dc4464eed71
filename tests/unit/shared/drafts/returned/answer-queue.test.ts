import { expect, test } from 'vitest';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import type { Draft } from '../../../../../shared/domain/draft/draft';
import type { Review } from '../../../../../shared/domain/review/review';
import { getReviewQueue } from '../../../../../shared/domain/review/review-queue';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal } from '../checked-articles';
import {
  addReturned,
  authorReply,
  changeClaim,
  ferryParagraphs,
  getClaim,
  openFerry,
  returnClaim,
  type TestThread,
} from './returned-reports';

const listQueue = (review: Review, draft: Draft) =>
  getReviewQueue(review, draft).map(({ claim }) => claim.id);

/** Brings the report back with a thread on the yard, and the comment on the cars as it went out. */
function addAnswer(thread: TestThread) {
  const opened = openFerry();
  const { review, draft, cars, yard } = opened;
  changeClaim(review, yard, { correction: 'Gdynia' });
  const after = createProposal(...ferryParagraphs);
  const claims = [
    returnClaim(review, draft, cars, findWords(after.text, '12 million')),
    returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'), thread),
  ];
  const next = addReturned(review, draft, { ...after, claims });
  applyOrThrow(review, next.edits);
  return { ...opened, draft: next.draft };
}

test.each([
  ['a reply', { replies: [authorReply] }, 1],
  ['a resolved comment, and a correction that was not taken', { isResolved: true }, 1],
  ['nothing but a resolved comment', { isResolved: true, more: { hasUndecidedChange: true } }, 0],
  ['a correction that the author did not take', {}, 1],
  ['a correction that nobody decided', { more: { hasUndecidedChange: true } }, 0],
] satisfies [string, TestThread, number][])(
  'the claims to look at in the new draft have that with %s, %o: %i',
  (_what, thread, count) => {
    const { review, draft, yard } = addAnswer(thread);
    expect(listQueue(review, draft)).toEqual(count === 1 ? [yard] : []);
    expect(getClaim(review, yard).verdict).toBe('verified');
  },
);

test('an answer waits over further drafts until its claim is judged', () => {
  const { review, draft, yard } = addAnswer({ replies: [authorReply] });
  const further = addReturned(review, draft, createProposal(...ferryParagraphs, 'More.'), 'o');
  applyOrThrow(review, further.edits);
  expect(listQueue(review, further.draft)).toEqual([yard]);
  const judged = setVerdict(
    review,
    further.draft,
    getClaim(review, yard),
    'verified',
    createEditContext('v'),
  );
  applyOrThrow(review, judged?.edits ?? []);
  expect(listQueue(review, further.draft)).toEqual([]);
  const last = addReturned(review, further.draft, createProposal(...ferryParagraphs), 'p');
  applyOrThrow(review, last.edits);
  expect(listQueue(review, last.draft)).toEqual([]);
});
