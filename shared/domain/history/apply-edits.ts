import equal from 'fast-deep-equal';
import { getTable, putEntity, type Review, removeEntity } from '../review/review';
import { type EntityKey, parseEntityKey, type TableName, tables } from '../review/tables';
import type { Edit } from './change';
import { getUpdateKeys, readField, readRow } from './read-rows';

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
