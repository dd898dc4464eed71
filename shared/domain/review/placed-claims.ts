import { compareSpans, type Span } from '../../text/span';
import type { Claim } from '../claim';
import type { Placement } from '../draft/placement';
import { findReferrers, type Review } from './review';

/** A claim with its span in one draft. */
export interface PlacedClaim {
  /** Counted from 1 in reading order. Derived, never stored. */
  number: number;
  claim: Claim;
  placement: Placement;
  /** In UTF-16 offsets of the draft's text. */
  span: Span;
}

/** Lists the claims that have a span in a draft, numbered in reading order: an outer claim before one nested in it. */
export function listPlacedClaims(review: Review, draftId: string): PlacedClaim[] {
  const placed: Omit<PlacedClaim, 'number'>[] = [];
  for (const placement of review.placements.values()) {
    const claim = review.claims.get(placement.claimId);
    if (claim && placement.span && placement.draftId === draftId)
      placed.push({ claim, placement, span: placement.span });
  }
  return placed
    .sort(comparePlaces)
    .map(({ claim, placement, span }, index) => ({ number: index + 1, claim, placement, span }));
}

/** Compares the places of two claims in reading order: an outer claim comes before one nested in it. */
export function comparePlaces(
  a: Pick<PlacedClaim, 'claim' | 'span'>,
  b: Pick<PlacedClaim, 'claim' | 'span'>,
): number {
  return compareSpans(a.span, b.span) || (a.claim.id < b.claim.id ? -1 : 1);
}

/** Finds the placement of a claim in a draft. */
export function findPlacement(review: Review, claimId: string, draftId: string): Placement | undefined {
  return findReferrers(review, `claims/${claimId}`, 'placements').find(
    (placement) => placement.draftId === draftId,
  );
}
