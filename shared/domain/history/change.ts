import { z } from 'zod';
import { idSchema, lineSchema, momentSchema } from '../primitives';
import { tableNames } from '../review/tables';

const fields = z.record(z.string(), z.unknown());
const target = { table: z.enum(tableNames), id: idSchema };

/**
 * One step on one entity. `update` holds the changed top-level fields only, both sides with the same keys; nested values
 * are replaced whole. The values are parsed by the table's own schema when the edit is applied.
 */
const editSchema = z.union([
  z.strictObject({ ...target, create: fields }),
  z.strictObject({ ...target, update: z.strictObject({ before: fields, after: fields }) }),
  z.strictObject({ ...target, delete: fields }),
]);

export type Edit = z.infer<typeof editSchema>;

/** What a change is called in the history and when it is undone. */
const actions = [
  'article.open',
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
  'draft.import',
  'draft.correct',
  'undo',
  'redo',
] as const;

/** What the window asks for; main stamps when and by whom. */
export const proposedChangeSchema = z.strictObject({
  id: idSchema,
  action: z.enum(actions).exclude(['article.open', 'draft.import', 'draft.correct', 'undo', 'redo']),
  edits: z.array(editSchema).min(1).max(100_000),
});

export type ProposedChange = z.infer<typeof proposedChangeSchema>;

export const changeSchema = z.strictObject({
  id: idSchema,
  at: momentSchema,
  /** The reviewer's name; null as long as none was given. */
  by: lineSchema,
  action: z.enum(actions),
  edits: z.array(editSchema).min(1),
  /** The change that this one takes back, when it is an undo or a redo. */
  undoes: idSchema.nullable(),
});

/** One undoable step in a review; the unit of history. */
export type Change = z.infer<typeof changeSchema>;

/** The edits that take these back, in the order in which they have to be applied. */
export function invertEdits(edits: readonly Edit[]): Edit[] {
  return edits.toReversed().map((edit): Edit => {
    const { table, id } = edit;
    if ('create' in edit) return { table, id, delete: edit.create };
    if ('delete' in edit) return { table, id, create: edit.delete };
    return { table, id, update: { before: edit.update.after, after: edit.update.before } };
  });
}

/** The change that takes this one back: an undo of a step, or the redo of an undo. */
export function invert(change: Change, stamp: { id: string; at: string; by: string | null }): Change {
  return {
    ...stamp,
    action: change.action === 'undo' ? 'redo' : 'undo',
    edits: invertEdits(change.edits),
    undoes: change.id,
  };
}
