import equal from 'fast-deep-equal';
import type { Edit, ProposedChange } from './change.ts';
import { getTable, type Review } from './review.ts';
import { type Entities, type TableName, tableNames, tables } from './tables.ts';

/** Makes the edit that adds an entity to its table. */
export function makeCreateEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  return { table, id: entity.id, create: { ...entity } };
}

/**
 * Makes the edit that adds an entity that was copied from another article. Fields of a newer Stet stay behind: main accepts none
 * in a row that the window creates.
 */
export function makeCopyEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  const { shape } = tables[table].schema;
  const known = Object.entries(entity).filter(([key]) => Object.hasOwn(shape, key));
  return { table, id: entity.id, create: Object.fromEntries(known) };
}

/** Makes the edit that removes an entity from its table. */
export function makeDeleteEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  return { table, id: entity.id, delete: { ...entity } };
}

/**
 * Makes the edit that gives some fields of an entity new values; null when none of them differs. Only the id and the
 * fields in `after` of the entity are read.
 */
export function makeUpdateEdit<T extends TableName>(
  table: T,
  entity: Partial<Entities[T]> & { id: string },
  after: Partial<Entities[T]>,
): Edit | null {
  const current = new Map<string, unknown>(Object.entries(entity));
  const changed = Object.entries(after).filter(([key, value]) => !equal(current.get(key), value));
  if (changed.length === 0) return null;
  return {
    table,
    id: entity.id,
    update: {
      before: Object.fromEntries(changed.map(([key]) => [key, current.get(key)])),
      after: Object.fromEntries(changed),
    },
  };
}

/** Makes the edits that turn one review into another. Rows that have other fields than before are made anew. */
export function diffReviews(before: Review, after: Review): Edit[] {
  return tableNames.flatMap((table) => diffTable(before, after, table));
}

function diffTable<T extends TableName>(before: Review, after: Review, table: T): Edit[] {
  const rowsBefore = getTable(before, table);
  const rowsAfter = getTable(after, table);
  const removed = [...rowsBefore.values()].filter(({ id }) => !rowsAfter.has(id));
  return [
    ...removed.map((row) => makeDeleteEdit(table, row)),
    ...Array.from(rowsAfter.values()).flatMap((row): Edit[] => {
      const rowBefore = rowsBefore.get(row.id);
      if (!rowBefore) return [makeCreateEdit(table, row)];
      if (!equal(Object.keys(rowBefore).sort(), Object.keys(row).sort()))
        return [makeDeleteEdit(table, rowBefore), makeCreateEdit(table, row)];
      const edit = makeUpdateEdit(table, rowBefore, row);
      return edit ? [edit] : [];
    }),
  ];
}

/** An undoable action of the reviewer as a list of edits. It becomes a change when it gets an id. */
export interface Step {
  action: ProposedChange['action'];
  edits: Edit[];
}

/** Makes a step of the edits that are not null; null when all of them are. */
export function createStep(action: Step['action'], edits: readonly (Edit | null)[]): Step | null {
  const changes = edits.filter((edit) => edit !== null);
  return changes.length === 0 ? null : { action, edits: changes };
}

/** Joins steps of the same action; null without any. */
export function joinSteps(steps: readonly (Step | null)[]): Step | null {
  const joined = steps.filter((step) => step !== null);
  return joined[0] ? { action: joined[0].action, edits: joined.flatMap(({ edits }) => edits) } : null;
}

/** The ids of the claims that a step makes. */
export function listCreatedClaims({ edits }: Step): string[] {
  return edits.filter((edit) => edit.table === 'claims' && 'create' in edit).map(({ id }) => id);
}

/** Everything that an edit needs to know besides the review: who makes it, when, and how to create ids. */
export interface EditContext {
  /** The reviewer's name; null when it is not known yet. */
  by: string | null;
  /** The current time, as `timestampSchema` requires it. */
  at: string;
  newId: () => string;
}
