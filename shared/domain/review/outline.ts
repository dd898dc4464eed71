import { compareSpans, type Span } from '../../text/span';
import type { Claim } from '../claim';
import type { Placement } from '../placement';
import { type Review, referringTo } from './review';

/** A claim where it stands in one draft. */
export interface PlacedClaim {
  /** Counted from 1 in reading order; derived from places, never stored. */
  number: number;
  claim: Claim;
  placement: Placement;
  /** UTF-16 offsets into the draft's text. */
  span: Span;
}

/** The claims of a draft in reading order, numbered: an outer claim before one nested in it. */
export function outlineOf(review: Review, draftId: string): PlacedClaim[] {
  const placed: Omit<PlacedClaim, 'number'>[] = [];
  for (const placement of review.placements.values()) {
    const claim = review.claims.get(placement.claimId);
    if (claim && placement.span && placement.draftId === draftId)
      placed.push({ claim, placement, span: placement.span });
  }
  return placed
    .sort((a, b) => compareSpans(a.span, b.span) || (a.claim.id < b.claim.id ? -1 : 1))
    .map(({ claim, placement, span }, index) => ({ number: index + 1, claim, placement, span }));
}

/** Where a claim stands in a draft, if it stands there at all. */
export function placementOf(review: Review, claimId: string, draftId: string): Placement | undefined {
  return referringTo(review, `claims/${claimId}`, 'placements').find(
    (placement) => placement.draftId === draftId,
  );
}
