import type { Draft } from '../../shared/domain/draft';
import { outlineOf, type PlacedClaim } from '../../shared/domain/outline';
import { type Review, referringTo } from '../../shared/domain/review';
import { standingOf } from '../../shared/domain/standing';
import type { Standing } from '../../shared/domain/verdict';

/** A claim as the galley, the margin, the list and the card show it. */
export interface ShownClaim extends PlacedClaim {
  standing: Standing;
  /** How many pieces of evidence it has. */
  evidence: number;
}

function sameShown(a: ShownClaim, b: ShownClaim): boolean {
  return (
    a.claim === b.claim &&
    a.placement === b.placement &&
    a.number === b.number &&
    a.standing === b.standing &&
    a.evidence === b.evidence
  );
}

/**
 * The claims in reading order. What did not change since `before` is the same object as before, so that only what changed
 * is painted anew.
 */
export function shownClaims(
  review: Review,
  draft: Draft,
  before: ReadonlyMap<string, ShownClaim>,
): ShownClaim[] {
  return outlineOf(review, draft.id).map((placed) => {
    const { claim, span } = placed;
    const shown = {
      ...placed,
      standing: standingOf(review, draft, claim, span),
      evidence: referringTo(review, `claims/${claim.id}`, 'evidence').length,
    };
    const old = before.get(claim.id);
    return old && sameShown(old, shown) ? old : shown;
  });
}
