import type { Review } from '../review/review';
import type { Change, Edit } from './change';

/** Finds the claim of a row that refers to it; undefined when it is not known. */
export type FindClaimId = (table: 'placements' | 'evidence' | 'proposedEvidence', id: string) => unknown;

/** Finds the claim of a row that is in the review now. */
export function createClaimFinder(review: Review): FindClaimId {
  return (table, id) => review[table].get(id)?.claimId;
}

/**
 * The ids of the claims that the edits change: their own fields, their evidence, or their place within a draft. Being carried into
 * another draft changes none of them, and neither does a change of a source.
 */
export function listChangedClaimIds(edits: readonly Edit[], findClaimId: FindClaimId): Set<string> {
  const ids = new Set<string>();
  for (const edit of edits) {
    const { table, id } = edit;
    if (table === 'claims') ids.add(id);
    else if (table === 'evidence' || table === 'proposedEvidence' || table === 'placements') {
      if (table === 'placements' && !('update' in edit)) continue;
      const fields = 'create' in edit ? edit.create : 'delete' in edit ? edit.delete : null;
      const claimId = fields ? fields.claimId : findClaimId(table, id);
      if (typeof claimId === 'string') ids.add(claimId);
    }
  }
  return ids;
}

/**
 * When each claim of the review was changed last, by its id. The changes have to be the whole history, in order. An undo is a change
 * as well.
 */
export function findLastChanges(changes: readonly Change[], review: Review): Map<string, string> {
  const findInReview = createClaimFinder(review);
  // A row that was deleted since is not in the review.
  const claimIdByRow = new Map<string, unknown>();
  const last = new Map<string, string>();
  for (const { at, edits } of changes) {
    for (const edit of edits)
      if ('create' in edit && typeof edit.create.claimId === 'string')
        claimIdByRow.set(`${edit.table}/${edit.id}`, edit.create.claimId);
    const ids = listChangedClaimIds(
      edits,
      (table, id) => claimIdByRow.get(`${table}/${id}`) ?? findInReview(table, id),
    );
    for (const id of ids) last.set(id, at);
  }
  for (const id of last.keys()) if (!review.claims.has(id)) last.delete(id);
  return last;
}
