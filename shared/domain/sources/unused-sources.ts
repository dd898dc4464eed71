import { findRetiredClaims } from '../claims/retired-claims';
import type { Edit } from '../history/change';
import type { Step } from '../history/step';
import { findReferrers, type Review } from '../review/review';
import type { Source } from '../source';
import { deleteSource } from './source-edits';

/** Counts the claims that use a source as evidence, without those that are retired as of the draft with this number. */
export function countClaimsUsing(review: Review, sourceId: string, draftNumber: number): number {
  const claimIds = new Set(
    findReferrers(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId),
  );
  if (claimIds.size === 0) return 0;
  for (const { claim } of findRetiredClaims(review, draftNumber)) claimIds.delete(claim.id);
  return claimIds.size;
}

/** The sources that the edits left without any evidence, and from which no other source is derived. */
export function findUnusedSources(review: Review, edits: readonly Edit[]): Source[] {
  const ids = new Set(
    edits.flatMap((edit) => (edit.table === 'evidence' && 'delete' in edit ? [edit.delete.sourceId] : [])),
  );
  return [...ids].flatMap((id) => {
    const source = review.sources.get(String(id));
    const isUsed =
      !source ||
      findReferrers(review, `sources/${source.id}`, 'evidence').length > 0 ||
      findReferrers(review, `sources/${source.id}`, 'sources').length > 0;
    return isUsed ? [] : [source];
  });
}

/** Deletes several sources with their files, in one step. Nothing may be derived from any of them. */
export function deleteUnusedSources(review: Review, sources: readonly Source[]): Step {
  return { action: 'source.delete', edits: sources.flatMap((source) => deleteSource(review, source).edits) };
}
