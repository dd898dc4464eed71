import { letGoClaims } from '../claims/retired';
import type { Evidence } from '../evidence';
import { type Review, referringTo } from '../review/review';

/** How many claims a source is tied to, those that were let go by the draft with this number left out. */
export function countClaimsOf(review: Review, sourceId: string, draftNumber: number): number {
  const claimIds = new Set(
    referringTo(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId),
  );
  if (claimIds.size === 0) return 0;
  for (const { claim } of letGoClaims(review, draftNumber)) claimIds.delete(claim.id);
  return claimIds.size;
}

/** The first tie between a claim and a source; undefined when there is none. */
export function findTie(review: Review, claimId: string, sourceId: string): Evidence | undefined {
  return referringTo(review, `claims/${claimId}`, 'evidence').find((tie) => tie.sourceId === sourceId);
}
