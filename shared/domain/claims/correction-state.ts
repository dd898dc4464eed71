import type { Claim } from '../claim';
import { type Review, referringTo } from '../review/review';

/**
 * Whether an applied correction reworded the claim after it was judged, in a draft up to this number: the verdict is older
 * than the corrections draft. Derived, never stored.
 */
export function isCorrectedSinceJudged(review: Review, claim: Claim, draftNumber: number): boolean {
  const judgedIn = review.drafts.get(claim.judged?.draftId ?? '')?.number;
  if (judgedIn === undefined) return false;
  return referringTo(review, `claims/${claim.id}`, 'placements').some(({ draftId, status }) => {
    const draft = review.drafts.get(draftId);
    return (
      status === 'reworded' &&
      draft?.origin.kind === 'corrections' &&
      draft.number > judgedIn &&
      draft.number <= draftNumber
    );
  });
}
