import { z } from 'zod';
import { type Change, changeSchema, type Edit } from './change';

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
