import equal from 'fast-deep-equal';
import type { z } from 'zod';
import type { Edit } from './change.ts';
import { getTable, putEntity, type Review, removeEntity } from './review.ts';
import { type EntityKey, parseEntityKey, type TableName, tables } from './tables.ts';

/** The schema of each field of an entity. */
type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * Reads one field with its schema, which fills in defaults for what the version that wrote it did not know, at every
 * depth. A value that the schema refuses is returned unchanged.
 */
export function readField(shape: Shape, key: string, value: unknown): unknown {
  const parsed = Object.hasOwn(shape, key) ? shape[key]?.safeParse(value) : undefined;
  return parsed?.success ? parsed.data : value;
}

/** Reads the fields with the given keys as `readField` does. Fields without a value are left out. */
export function readFields(
  shape: Shape,
  fields: Record<string, unknown>,
  keys: Iterable<string>,
): Record<string, unknown> {
  const read = Array.from(keys, (key) => [key, readField(shape, key, fields[key])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** The keys of the fields that an update changes. A side may lack fields that its version did not know. */
function getUpdateKeys({ before, after }: { before: object; after: object }): Set<string> {
  return new Set([...Object.keys(before), ...Object.keys(after)]);
}

/** Reads all fields of a row as `readField` does. */
function readRow(table: TableName, row: Record<string, unknown>): Record<string, unknown> {
  const { shape } = tables[table].schema;
  return readFields(shape, row, new Set([...Object.keys(shape), ...Object.keys(row)]));
}

/** Returns the edit as this version would have written it. */
function readEdit(edit: Edit): Edit {
  const { table, id } = edit;
  if ('create' in edit) return { table, id, create: readRow(table, edit.create) };
  if ('delete' in edit) return { table, id, delete: readRow(table, edit.delete) };
  const keys = getUpdateKeys(edit.update);
  const readSide = (fields: Record<string, unknown>) => readFields(tables[table].schema.shape, fields, keys);
  return { table, id, update: { before: readSide(edit.update.before), after: readSide(edit.update.after) } };
}

/** Whether two lists of edits are equal, even if different versions wrote them. */
export function areSameEdits(one: readonly Edit[], other: readonly Edit[]): boolean {
  return equal(one, other) || equal(one.map(readEdit), other.map(readEdit));
}

type ApplyResult = { ok: true; touched: EntityKey[] } | { ok: false; reason: string };

/** Thrown where an edit does not fit; `applyEdits` turns it into a result. */
class EditRefused extends Error {}

/** Returns the entity after an update, not parsed yet. */
function updateFields(edit: Extract<Edit, { update: unknown }>, current: object): object {
  const { before, after } = edit.update;
  const { shape } = tables[edit.table].schema;
  const fields = new Map<string, unknown>(Object.entries(current));
  const keys = getUpdateKeys(edit.update);
  if (keys.size === 0 || keys.has('id'))
    throw new EditRefused(`the update of ${edit.table}/${edit.id} is malformed`);
  for (const key of keys) {
    const value = fields.get(key);
    if (!fields.has(key) || !(equal(value, before[key]) || equal(value, readField(shape, key, before[key]))))
      throw new EditRefused(`${key} of ${edit.table}/${edit.id} is not what was expected`);
  }
  for (const key of keys) {
    const value = after[key] ?? readField(shape, key, after[key]);
    if (value === undefined) throw new EditRefused(`the update of ${edit.table}/${edit.id} is malformed`);
    fields.set(key, value);
  }
  return Object.fromEntries(fields);
}

/** Returns the entity after the edit, not parsed yet; null after a delete. */
function editEntity(edit: Edit, current: object | undefined): object | null {
  const name = `${edit.table}/${edit.id}`;
  if ('create' in edit) {
    if (current) throw new EditRefused(`${name} is there already`);
    return edit.create;
  }
  if (!current) throw new EditRefused(`${name} is not there`);
  if ('update' in edit) return updateFields(edit, current);
  if (!equal(current, edit.delete) && !equal(current, readRow(edit.table, edit.delete)))
    throw new EditRefused(`${name} is not what was expected`);
  return null;
}

/** Applies one edit and returns the function that reverts it. */
function applyEdit<T extends TableName>(review: Review, table: T, edit: Edit): () => void {
  const rows = getTable(review, table);
  const before = rows.get(edit.id);
  const after = editEntity(edit, before);
  if (after === null) removeEntity(review, table, edit.id);
  else {
    const parsed = tables[table].schema.safeParse(after);
    if (!parsed.success) throw new EditRefused(`${table}/${edit.id} is not valid: ${parsed.error.message}`);
    if (parsed.data.id !== edit.id) throw new EditRefused(`${table}/${edit.id} carries another id`);
    putEntity(review, table, parsed.data);
  }
  return () => (before ? putEntity(review, table, before) : removeEntity(review, table, edit.id));
}

function checkReferences<T extends TableName>(review: Review, table: T, id: string): void {
  const rows = getTable(review, table);
  const entity = rows.get(id);
  if (!entity) {
    if (review.referrers.has(`${table}/${id}`)) throw new EditRefused(`${table}/${id} is still referred to`);
    return;
  }
  for (const target of tables[table].references(entity)) {
    const key = parseEntityKey(target);
    if (!review[key.table].has(key.id)) throw new EditRefused(`${table}/${id} refers to a missing ${target}`);
  }
}

/**
 * Applies the edits in order, in place, and returns the keys of the edited entities. Refuses, and changes nothing, when a
 * `before` differs from the current value, a reference would dangle, or a resulting entity is not valid. Entities and
 * fields are read with the defaults of the table's schema, so edits of an earlier version, which lack fields, still apply.
 * The cost depends on the edits, not on the size of the review.
 */
export function applyEdits(review: Review, edits: readonly Edit[]): ApplyResult {
  const reverts: (() => void)[] = [];
  try {
    for (const edit of edits) reverts.push(applyEdit(review, edit.table, edit));
    for (const { table, id } of edits) checkReferences(review, table, id);
    return { ok: true, touched: [...new Set(edits.map(({ table, id }): EntityKey => `${table}/${id}`))] };
  } catch (error) {
    for (const revert of reverts.toReversed()) revert();
    if (error instanceof EditRefused) return { ok: false, reason: error.message };
    throw error;
  }
}
