import { z } from 'zod';
import { type Change, changeSchema, type Edit } from './change';

export const historyEntrySchema = z.strictObject({
  changeId: changeSchema.shape.id,
  at: changeSchema.shape.at,
  by: changeSchema.shape.by,
  action: changeSchema.shape.action,
  /** The edits that concern the claim, its placement, its evidence, or a source it rests on and that one's files. */
  edits: changeSchema.shape.edits,
});

/** One line of a claim's history: who did what, when, from what to what. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Whether the edit itself names the claim: on its row, or on a row that is created or deleted as belonging to it. */
function names(edit: Edit, claimId: string): boolean {
  if (edit.table === 'claims') return edit.id === claimId;
  if ('create' in edit) return edit.create.claimId === claimId;
  return 'delete' in edit && edit.delete.claimId === claimId;
}

/** The source that a row belongs to after the edit, or did before it was deleted. */
function sourceIdOf(edit: Edit): unknown {
  if ('create' in edit) return edit.create.sourceId;
  return 'delete' in edit ? edit.delete.sourceId : edit.update.after.sourceId;
}

/** What the history says of one claim, oldest first; the changes must be the whole history, in order. */
export function claimHistory(changes: readonly Change[], claimId: string): HistoryEntry[] {
  const dependants = new Set<string>();
  return changes.flatMap(({ id, at, by, action, edits }) => {
    const concerning = edits.filter((edit) => {
      const named = names(edit, claimId);
      const known = named || dependants.has(`${edit.table}/${edit.id}`);
      if (named) dependants.add(`${edit.table}/${edit.id}`);
      const sourceId = sourceIdOf(edit);
      if (known && edit.table === 'evidence') dependants.add(`sources/${sourceId}`);
      return known || (edit.table === 'attachments' && dependants.has(`sources/${sourceId}`));
    });
    return concerning.length === 0 ? [] : [{ changeId: id, at, by, action, edits: concerning }];
  });
}
