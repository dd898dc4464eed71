import type { Claim } from '../claim';
import { findReferrers, type Review } from '../review/review';

/**
 * Whether a correction of the claim was applied after its verdict was set, up to the draft with this number: a corrections draft reworded
 * it, or the author accepted the correction in a report that came back. Derived, never stored.
 */
export function isCorrectedSinceJudged(review: Review, claim: Claim, draftNumber: number): boolean {
  const judgedIn = review.drafts.get(claim.judged?.draftId ?? '')?.number;
  if (judgedIn === undefined) return false;
  const isAccepted = claim.answers.some(({ draftId, correction }) => {
    const number = review.drafts.get(draftId)?.number ?? 0;
    return correction?.outcome === 'accepted' && number > judgedIn && number <= draftNumber;
  });
  if (isAccepted) return true;
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
