import { expect, test } from 'vitest';
import { resizeClaim, setVerdict } from '../../../../shared/domain/claims/claim-edits';
import { invertEdits } from '../../../../shared/domain/history/change';
import { findPlacement, listPlacedClaims } from '../../../../shared/domain/review/placed-claims';
import { copyReview, reviewToData } from '../../../../shared/domain/review/review';
import { findUnplacedClaims, getReviewQueue } from '../../../../shared/domain/review/review-queue';
import { carryReview } from '../../../../shared/drafts/carry-review';
import { createNextDraft, listImportedNotes } from '../../../../shared/drafts/create-next-draft';
import { applyOrThrow, createEditContext } from '../reviews';
import { checked, claimOn, proposalOf } from './checked-articles';

const before = ['It carried 12 million cars in 2019.', 'Nobody was asked about it.'];

function added(after: ReturnType<typeof proposalOf>, note: string | null = null) {
  const opened = checked(before, { '12 million': 'verified', 'Nobody was asked': 'unchecked' }, { note });
  const { review, draft } = opened;
  const carried = carryReview({ review: copyReview(review), before: draft, after });
  const came = listImportedNotes([opened.change]);
  const next = createNextDraft(review, after, 'b'.repeat(64), carried, createEditContext('n'), came);
  return { ...opened, ...next, before: draft };
}

test('every claim is placed in the next draft, and what waits is in the queue, the lost last', () => {
  const { review, draft, edits, claimIds } = added(proposalOf('It carried 21 million cars in 2019.'));
  applyOrThrow(review, edits);
  expect(draft.number).toBe(2);
  expect(claimIds.map((id) => findPlacement(review, id, draft.id)?.status)).toEqual(['reworded', 'lost']);
  expect(getReviewQueue(review, draft).map(({ claim }) => claim.id)).toEqual(claimIds);
  expect(findUnplacedClaims(review, draft.id).map(({ placement }) => placement.changes)).toEqual([
    [{ before: 'Nobody was asked', after: '', material: true, reason: 'words' }],
  ]);
});

test('a claim whose place was chosen waits on until it is judged there, if its verdict does not hold', () => {
  const after = proposalOf('In 2018 it was 12 million. In 2019 it was 12 million.');
  const { review, draft, edits, claimIds } = added(after);
  applyOrThrow(review, edits);
  const waiting = () => getReviewQueue(review, draft).map(({ claim }) => claim.id);
  expect(waiting()).toEqual(claimIds);
  for (const placement of findUnplacedClaims(review, draft.id).map((unplaced) => unplaced.placement))
    applyOrThrow(review, resizeClaim(placement, { start: 15, end: 25 })?.edits ?? []);

  const [judged] = claimIds;
  expect(waiting()).toEqual([judged]);
  const claim = review.claims.get(judged ?? '');
  if (!claim) throw new Error('it is there');
  applyOrThrow(review, setVerdict(review, draft, claim, 'disputed', createEditContext('v'))?.edits ?? []);
  expect(waiting()).toEqual([]);
});

test('taking it back leaves the review as it was', () => {
  const { review, edits } = added(proposalOf('It carried 21 million cars in 2019.'));
  const data = reviewToData(review);
  applyOrThrow(review, edits);
  applyOrThrow(review, invertEdits(edits));
  expect(reviewToData(review)).toEqual(data);
});

test('a comment that comes again with the next draft makes no second claim, a new one does', () => {
  const after = proposalOf(...before);
  const claims = [
    claimOn(after, '12 million', { verdict: 'unchecked', note: 'Says who?' }),
    claimOn(after, 'in 2019', { verdict: 'unchecked', note: 'Or 2018?' }),
  ];
  const { review, draft, edits } = added({ ...after, claims }, 'Says who?');
  // Whatever was made of its note meanwhile.
  for (const [id, claim] of review.claims) review.claims.set(id, { ...claim, note: 'The port.' });
  applyOrThrow(review, edits);
  const placed = listPlacedClaims(review, draft.id);
  expect(placed.map(({ span }) => draft.text.slice(span.start, span.end))).toEqual([
    '12 million',
    'in 2019',
    'Nobody was asked',
  ]);
});
