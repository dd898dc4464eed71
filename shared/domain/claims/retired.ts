import type { Claim } from '../claim';
import type { Placement } from '../placement';
import type { Review } from '../review/review';

/** A claim that was let go, and the number of the draft in which it was. */
export interface LetGoClaim {
  claim: Claim;
  placement: Placement;
  draftNumber: number;
}

/** The words that a claim stood on before it lost its place; empty when they are not known. */
export function wordsBefore({ changes }: Placement): string {
  return changes[0]?.before ?? '';
}

/**
 * The claims whose last placement, of those in drafts up to this number, let them go: by the draft, then by their words.
 */
export function letGoClaims(review: Review, draftNumber: number): LetGoClaim[] {
  const last = new Map<string, LetGoClaim>();
  for (const placement of review.placements.values()) {
    const claim = review.claims.get(placement.claimId);
    const number = review.drafts.get(placement.draftId)?.number;
    if (!claim || number === undefined || number > draftNumber) continue;
    const known = last.get(claim.id);
    if (!known || known.draftNumber < number) last.set(claim.id, { claim, placement, draftNumber: number });
  }
  return Array.from(last.values())
    .filter(({ placement }) => placement.span === null && placement.resolved)
    .sort((a, b) => a.draftNumber - b.draftNumber || compareByWords(a, b));
}

/** Orders claims without a place by their words, in any language alike, then by id. */
export function compareByWords(a: Pick<LetGoClaim, 'claim' | 'placement'>, b: typeof a): number {
  const [words, others] = [wordsBefore(a.placement), wordsBefore(b.placement)];
  if (words !== others) return words < others ? -1 : 1;
  return a.claim.id < b.claim.id ? -1 : 1;
}
