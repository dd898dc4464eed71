import type { Draft } from '../../domain/draft/draft';
import { listPlacedClaims, type PlacedClaim } from '../../domain/review/placed-claims';
import type { Review } from '../../domain/review/review';

/** The claims of a draft with a correction that differs from their text, in reading order. */
export function listCorrectableClaims(
  review: Review,
  draft: Draft,
): (PlacedClaim & { correction: string })[] {
  return listPlacedClaims(review, draft.id).flatMap((placed) => {
    const { correction } = placed.claim;
    const { start, end } = placed.span;
    const isChange = correction !== null && draft.text.slice(start, end) !== correction;
    return isChange ? [{ ...placed, correction }] : [];
  });
}
