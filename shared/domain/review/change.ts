import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, lineSchema, sha256Schema, timestampSchema } from '../base/primitives.ts';
import { tableNames } from './tables.ts';

const fields = z.record(z.string(), z.unknown());
const target = { table: z.enum(tableNames), id: idSchema };

/**
 * An edit of one entity. `update` holds the changed top-level fields only, with the same keys on both sides; nested values
 * are replaced as a whole. The values are parsed with the table's schema when the edit is applied.
 */
const editShapes = {
  create: { ...target, create: fields },
  update: { ...target, update: z.strictObject({ before: fields, after: fields }) },
  delete: { ...target, delete: fields },
};

const proposedEditSchema = z.union([
  z.strictObject(editShapes.create),
  z.strictObject(editShapes.update),
  z.strictObject(editShapes.delete),
]);

export type Edit = z.infer<typeof proposedEditSchema>;

/** An edit as it is stored. */
const editSchema: z.ZodType<Edit> = z
  .union([
    storedObject(editShapes.create),
    storedObject({ ...editShapes.update, update: storedObject({ before: fields, after: fields }) }),
    storedObject(editShapes.delete),
  ])
  .refine(
    (edit) => Object.keys(editShapes).filter((kind) => Object.hasOwn(edit, kind)).length === 1,
    'an edit does one thing',
  );

/** Actions whose changes the window makes. */
const windowActions = [
  'article.edit',
  'claim.mark',
  'claim.verdict',
  'claim.edit',
  'claim.resize',
  'claim.delete',
  'claim.attach',
  'claim.retire',
  'claim.split',
  'evidence.attach',
  'evidence.edit',
  'evidence.remove',
  'evidence.accept',
  'evidence.decline',
  'evidence.reopen',
  'source.take',
  'source.edit',
  'source.standing',
  'source.merge',
  'source.delete',
  'dismissal.add',
  'dismissal.remove',
  'query.dismiss',
  'query.reopen',
  'tag.create',
  'tag.edit',
  'tag.delete',
] as const;

/** Actions whose changes only main makes. */
const mainActions = [
  'article.open',
  'draft.import',
  'draft.correct',
  'undo',
  'redo',
  /** Takes the place of a change that was damaged on the disk. */
  'history.repair',
] as const;

/** A change as the window sends it; main adds who made it and when. */
export const proposedChangeSchema = z.strictObject({
  id: idSchema,
  action: z.enum(windowActions),
  edits: z.array(proposedEditSchema).min(1).max(100_000),
});

export type ProposedChange = z.infer<typeof proposedChangeSchema>;

/**
 * The newest part of a history's format that this version understands: 1 is a change, 2 a repair. A change that an older Stet
 * would misunderstand says `needs`, and is a line of a newer Stet to it. Raise this number with the first change that needs it.
 */
const knownNeeds = 2;

/** The line that a repair takes the place of. */
const repairSchema = storedObject({
  /** The checksum of the damaged line; the next line is chained to it. Null where no line follows that names it. */
  standsFor: sha256Schema.nullable(),
  /** The end of the history that this one continues, when it begins a new one. */
  continues: storedObject({ lastSeq: z.int().positive(), sha256: sha256Schema }).nullable(),
});

export const changeActionSchema = z.enum([...windowActions, ...mainActions]);

export const changeSchema = storedObject({
  /** See `knownNeeds`; missing means 1. */
  needs: z.int().min(1).max(knownNeeds).optional(),
  id: idSchema,
  at: timestampSchema,
  /** The reviewer's name; null when it was not known yet. */
  by: lineSchema,
  /** The action, by which the history and the undo command name the change (`step-summary.ts`). */
  action: changeActionSchema,
  /** Empty only in a repair, where nothing is known of what the change did. */
  edits: z.array(editSchema),
  /** The id of the change that this one reverts, if it is an undo or a redo. */
  undoes: idSchema.nullable(),
  /** Only in a repair. */
  repair: repairSchema.optional(),
}).refine(
  ({ action, edits, repair, needs = 1 }) =>
    action === 'history.repair' ? repair !== undefined && needs >= 2 : !repair && edits.length > 0,
  'only a repair stands for other changes',
);

/** One undoable change of a review: a line of its history. */
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
