import { z } from 'zod';
import { idSchema, lineSchema, timestampSchema } from '../primitives';
import { tableNames } from '../review/tables';

const fields = z.record(z.string(), z.unknown());
const target = { table: z.enum(tableNames), id: idSchema };

/**
 * An edit of one entity. `update` holds the changed top-level fields only, with the same keys on both sides; nested values
 * are replaced as a whole. The values are parsed with the table's schema when the edit is applied.
 */
const editSchema = z.union([
  z.strictObject({ ...target, create: fields }),
  z.strictObject({ ...target, update: z.strictObject({ before: fields, after: fields }) }),
  z.strictObject({ ...target, delete: fields }),
]);

export type Edit = z.infer<typeof editSchema>;

/** Actions whose changes the window makes. */
const windowActions = [
  'article.edit',
  'claim.mark',
  'claim.verdict',
  'claim.edit',
  'claim.resize',
  'claim.delete',
  'claim.attach',
  'claim.letGo',
  'evidence.attach',
  'evidence.edit',
  'evidence.remove',
  'source.take',
  'source.edit',
  'source.standing',
  'source.merge',
  'source.delete',
] as const;

/** Actions whose changes only main makes. */
const mainActions = ['article.open', 'draft.import', 'draft.correct', 'undo', 'redo'] as const;

/** A change as the window sends it; main adds who made it and when. */
export const proposedChangeSchema = z.strictObject({
  id: idSchema,
  action: z.enum(windowActions),
  edits: z.array(editSchema).min(1).max(100_000),
});

export type ProposedChange = z.infer<typeof proposedChangeSchema>;

export const changeSchema = z.strictObject({
  id: idSchema,
  at: timestampSchema,
  /** The reviewer's name; null when it was not known yet. */
  by: lineSchema,
  /** The action, by which the history and the undo command name the change. */
  action: z.enum([...windowActions, ...mainActions]),
  edits: z.array(editSchema).min(1),
  /** The id of the change that this one reverts, if it is an undo or a redo. */
  undoes: idSchema.nullable(),
});

/**
 * One undoable change of a review: a line of its history. The folder in the order of an edit:
 *
 * - `make-edits` makes the edits of a `step`, which is an action before it becomes a change
 * - `apply-edits` applies them to a review, with `read-rows` for rows that another version wrote
 * - `undo-stacks` finds the changes that can be undone and redone; `invertChange` below makes the change that undoes one
 * - `claim-history` finds the changes of one claim
 */
export type Change = z.infer<typeof changeSchema>;

/** Makes the edits that revert these, in the order in which they have to be applied. */
export function invertEdits(edits: readonly Edit[]): Edit[] {
  return edits.toReversed().map((edit): Edit => {
    const { table, id } = edit;
    if ('create' in edit) return { table, id, delete: edit.create };
    if ('delete' in edit) return { table, id, create: edit.delete };
    return { table, id, update: { before: edit.update.after, after: edit.update.before } };
  });
}

/** Makes the change that reverts this one: its undo, or, for an undo, the redo. */
export function invertChange(change: Change, stamp: { id: string; at: string; by: string | null }): Change {
  return {
    ...stamp,
    action: change.action === 'undo' ? 'redo' : 'undo',
    edits: invertEdits(change.edits),
    undoes: change.id,
  };
}
