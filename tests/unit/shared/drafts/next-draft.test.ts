import { expect, test } from 'vitest';
import { resizeClaim, setVerdict } from '../../../../shared/domain/claims/claim-edits';
import { invertEdits } from '../../../../shared/domain/history/change';
import { outlineOf, placementOf } from '../../../../shared/domain/review/outline';
import { queueOf, unplacedClaims } from '../../../../shared/domain/review/queue';
import { reviewToData } from '../../../../shared/domain/review/review';
import { carryReview } from '../../../../shared/drafts/carry-review';
import { nextDraft, notesThatCame } from '../../../../shared/drafts/next-draft';
import { countingFacts, mustApply } from '../reviews';
import { checked, claimOn, proposalOf } from './drafts';

const before = ['It carried 12 million cars in 2019.', 'Nobody was asked about it.'];

function added(after: ReturnType<typeof proposalOf>, note: string | null = null) {
  const opened = checked(before, { '12 million': 'verified', 'Nobody was asked': 'unchecked' }, { note });
  const { review, draft } = opened;
  const carried = carryReview({ review: reviewToData(review), before: draft, after });
  const came = notesThatCame([opened.change]);
  const next = nextDraft(review, after, 'b'.repeat(64), carried, countingFacts('n'), came);
  return { ...opened, ...next, before: draft };
}

test('every claim is placed in the next draft, and what waits is in the queue, the lost last', () => {
  const { review, draft, edits, claimIds } = added(proposalOf('It carried 21 million cars in 2019.'));
  mustApply(review, edits);
  expect(draft.number).toBe(2);
  expect(claimIds.map((id) => placementOf(review, id, draft.id)?.status)).toEqual(['reworded', 'lost']);
  expect(queueOf(review, draft).map(({ claim }) => claim.id)).toEqual(claimIds);
  expect(unplacedClaims(review, draft.id).map(({ placement }) => placement.changes)).toEqual([
    [{ before: 'Nobody was asked', after: '', material: true, reason: 'words' }],
  ]);
});

test('a claim whose place was chosen waits on until it is judged there, if its verdict does not hold', () => {
  const after = proposalOf('In 2018 it was 12 million. In 2019 it was 12 million.');
  const { review, draft, edits, claimIds } = added(after);
  mustApply(review, edits);
  const waiting = () => queueOf(review, draft).map(({ claim }) => claim.id);
  expect(waiting()).toEqual(claimIds);
  for (const placement of unplacedClaims(review, draft.id).map((unplaced) => unplaced.placement))
    mustApply(review, resizeClaim(placement, { start: 15, end: 25 })?.edits ?? []);

  const [judged] = claimIds;
  expect(waiting()).toEqual([judged]);
  const claim = review.claims.get(judged ?? '');
  if (!claim) throw new Error('it is there');
  mustApply(review, setVerdict(review, draft, claim, 'disputed', countingFacts('v'))?.edits ?? []);
  expect(waiting()).toEqual([]);
});

test('taking it back leaves the review as it was', () => {
  const { review, edits } = added(proposalOf('It carried 21 million cars in 2019.'));
  const data = reviewToData(review);
  mustApply(review, edits);
  mustApply(review, invertEdits(edits));
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
  mustApply(review, edits);
  const placed = outlineOf(review, draft.id);
  expect(placed.map(({ span }) => draft.text.slice(span.start, span.end))).toEqual([
    '12 million',
    'in 2019',
    'Nobody was asked',
  ]);
});
