import type { Claim } from '../claim';
import { findPlacement } from '../review/placed-claims';
import type { Review } from '../review/review';

/**
 * Whether the author did not take the claim's present correction when it was suggested last, up to a draft: `refused` until the reviewer
 * sets or confirms the verdict, then `insisted`. Null when the author took it, did not decide, or was not asked. Derived, never stored.
 */
export function getRefusal(
  review: Review,
  claim: Claim,
  { id, number }: { id: string; number: number },
): 'refused' | 'insisted' | null {
  const isKnown = (draftId: string) => (review.drafts.get(draftId)?.number ?? Infinity) <= number;
  const last = claim.answers.findLast(({ draftId, correction }) => correction !== null && isKnown(draftId));
  const { text, outcome } = last?.correction ?? { text: null, outcome: null };
  if (text !== claim.correction || (outcome !== 'rejected' && outcome !== 'reworded')) return null;
  // An answer makes the claim wait, in all further drafts too (`shared/drafts/check-verdict.ts`).
  return findPlacement(review, claim.id, id)?.resolved ? 'insisted' : 'refused';
}
