import { listPlacedClaims } from '../domain/review/placed-claims';
import type { Review } from '../domain/review/review';

/**
 * Lists the numbers that claims have in the drafts of a review, by the ids of the claims, each number once. Reports on these drafts had them,
 * unless claims were added or deleted since.
 */
export function listFormerNumbers(review: Review): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const draftId of review.drafts.keys())
    for (const { claim, number } of listPlacedClaims(review, draftId)) {
      const known = numbers.get(claim.id);
      if (!known) numbers.set(claim.id, [number]);
      else if (!known.includes(number)) known.push(number);
    }
  return numbers;
}
