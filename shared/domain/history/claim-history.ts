import { z } from 'zod';
import { type Change, changeSchema, type Edit } from '../review/change.ts';
import type { Review } from '../review/review.ts';

/** Finds the claim of a row that refers to it; undefined when it is not known. */
type FindClaimId = (table: 'placements' | 'evidence' | 'proposedEvidence', id: string) => unknown;

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

export const historyEntrySchema = z.strictObject({
  changeId: changeSchema.shape.id,
  at: changeSchema.shape.at,
  by: changeSchema.shape.by,
  action: changeSchema.shape.action,
  /** The edits of the claim, its placements and evidence, and of the sources that it rests on and their files. */
  edits: changeSchema.shape.edits,
});

/** One change in the history of a claim: who edited what and when. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Whether the edit concerns the claim's own row, or creates or deletes a row that refers to the claim. */
function namesClaim(edit: Edit, claimId: string): boolean {
  if (edit.table === 'claims') return edit.id === claimId;
  if ('create' in edit) return edit.create.claimId === claimId;
  return 'delete' in edit && edit.delete.claimId === claimId;
}

/** The source that a row refers to after the edit, or before its deletion. */
function getSourceId(edit: Edit): unknown {
  if ('create' in edit) return edit.create.sourceId;
  return 'delete' in edit ? edit.delete.sourceId : edit.update.after.sourceId;
}

/** Returns the history of one claim, oldest first. The changes have to be the whole history of the review, in order. */
export function getClaimHistory(changes: readonly Change[], claimId: string): HistoryEntry[] {
  const relatedRows = new Set<string>();
  return changes.flatMap(({ id, at, by, action, edits }) => {
    const relatedEdits = edits.filter((edit) => {
      const isNamed = namesClaim(edit, claimId);
      const isRelated = isNamed || relatedRows.has(`${edit.table}/${edit.id}`);
      if (isNamed) relatedRows.add(`${edit.table}/${edit.id}`);
      const sourceId = getSourceId(edit);
      if (isRelated && edit.table === 'evidence') relatedRows.add(`sources/${sourceId}`);
      return isRelated || (edit.table === 'attachments' && relatedRows.has(`sources/${sourceId}`));
    });
    return relatedEdits.length === 0 ? [] : [{ changeId: id, at, by, action, edits: relatedEdits }];
  });
}
