import { findRetiredClaims } from '../claims/retired-claims';
import { findReferrers, type Review } from '../review/review';

/** Counts the claims that use a source as evidence, without those that are retired as of the draft with this number. */
export function countClaimsUsing(review: Review, sourceId: string, draftNumber: number): number {
  const claimIds = new Set(
    findReferrers(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId),
  );
  if (claimIds.size === 0) return 0;
  for (const { claim } of findRetiredClaims(review, draftNumber)) claimIds.delete(claim.id);
  return claimIds.size;
}
