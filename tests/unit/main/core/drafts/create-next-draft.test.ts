import { expect, test } from 'vitest';
import { createNextDraft, planNextDraft } from '#main/core/drafts/create-next-draft.ts';
import { listImportedAnnotations } from '#main/core/drafts/select-new-claims.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import { resizeClaim } from '#shared/domain/claims/claim-edits.ts';
import { findUnplacedClaims, getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { findPlacement, listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { copyReview, reviewToData } from '#shared/domain/review/review-data.ts';
import {
  createProposal,
  openCheckedArticle,
  proposeClaim,
} from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

const before = ['It carried 12 million cars in 2019.', 'Nobody was asked about it.'];

function addDraft(after: ReturnType<typeof createProposal>, note: string | null = null) {
  const opened = openCheckedArticle(
    before,
    { '12 million': 'verified', 'Nobody was asked': 'unchecked' },
    { note },
  );
  const { review, draft } = opened;
  const carried = carryReview({ review: copyReview(review), before: draft, after });
  const known = listImportedAnnotations([opened.change], review);
  const plan = planNextDraft(review, draft, after, carried, known);
  const next = createNextDraft(review, plan, 'b'.repeat(64), createEditContext('n'));
  return { ...opened, ...next, before: draft };
}

test('every claim has a placement in the next draft, and those that wait are in the queue, lost ones last', () => {
  const { review, draft, edits, claimIds } = addDraft(createProposal('It carried 21 million cars in 2019.'));
  applyOrThrow(review, edits);
  expect(draft.number).toBe(2);
  expect(claimIds.map((id) => findPlacement(review, id, draft.id)?.status)).toEqual(['reworded', 'lost']);
  expect(getReviewQueue(review, draft).map(({ claim }) => claim.id)).toEqual(claimIds);
  expect(findUnplacedClaims(review, draft.id).map(({ placement }) => placement.changes)).toEqual([
    [{ before: 'Nobody was asked', after: '', material: true, reason: 'words' }],
  ]);
});

test('a claim whose place was chosen keeps waiting until it is judged there, if its verdict does not hold', () => {
  const after = createProposal('In 2018 it was 12 million. In 2019 it was 12 million.');
  const { review, draft, edits, claimIds } = addDraft(after);
  applyOrThrow(review, edits);
  const listWaiting = () => getReviewQueue(review, draft).map(({ claim }) => claim.id);
  expect(listWaiting()).toEqual(claimIds);
  for (const placement of findUnplacedClaims(review, draft.id).map((unplaced) => unplaced.placement))
    applyOrThrow(review, resizeClaim(placement, { start: 15, end: 25 })?.edits ?? []);

  const [judged] = claimIds;
  expect(listWaiting()).toEqual([judged]);
  const claim = review.claims.get(judged ?? '');
  if (!claim) throw new Error('The claim is gone.');
  applyOrThrow(review, setVerdict(review, draft, claim, 'disputed', createEditContext('v'))?.edits ?? []);
  expect(listWaiting()).toEqual([]);
});

test('undoing the new draft leaves the review as it was', () => {
  const { review, edits } = addDraft(createProposal('It carried 21 million cars in 2019.'));
  const data = reviewToData(review);
  applyOrThrow(review, edits);
  applyOrThrow(review, invertEdits(edits));
  expect(reviewToData(review)).toEqual(data);
});

test('a comment that comes again with the next draft adds no second claim, and a new comment adds one', () => {
  const after = createProposal(...before);
  const claims = [
    proposeClaim(after, '12 million', { verdict: 'unchecked', note: 'Says who?' }),
    proposeClaim(after, 'in 2019', { verdict: 'unchecked', note: 'Or 2018?' }),
  ];
  const { review, draft, edits } = addDraft({ ...after, claims }, 'Says who?');
  // The note may have been edited in the meantime.
  for (const [id, claim] of review.claims) review.claims.set(id, { ...claim, note: 'The port.' });
  applyOrThrow(review, edits);
  const placed = listPlacedClaims(review, draft.id);
  expect(placed.map(({ span }) => draft.text.slice(span.start, span.end))).toEqual([
    '12 million',
    'in 2019',
    'Nobody was asked',
  ]);
});
