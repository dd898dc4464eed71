import type { Claim } from '../claim';
import { findReferrers, type Review } from '../review/review';

/**
 * Whether a corrections draft, up to the draft with this number, reworded the claim after its verdict was set. Derived,
 * never stored.
 */
export function isCorrectedSinceJudged(review: Review, claim: Claim, draftNumber: number): boolean {
  const judgedIn = review.drafts.get(claim.judged?.draftId ?? '')?.number;
  if (judgedIn === undefined) return false;
  return findReferrers(review, `claims/${claim.id}`, 'placements').some(({ draftId, status }) => {
    const draft = review.drafts.get(draftId);
    return (
      status === 'reworded' &&
      draft?.origin.kind === 'corrections' &&
      draft.number > judgedIn &&
      draft.number <= draftNumber
    );
  });
}
