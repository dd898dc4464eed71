import equal from 'fast-deep-equal';
import { dropEntity, putEntity, type Review, rowsOf } from '../review/review';
import { type EntityKey, splitKey, type TableName, tables } from '../review/tables';
import type { Edit } from './change';
import { keysOfUpdate, readField, readRow } from './parse-edit';

type Applied = { ok: true; touched: EntityKey[] } | { ok: false; reason: string };

class Refusal extends Error {}

/** What an update leaves standing, not yet parsed. */
function updated(edit: Extract<Edit, { update: unknown }>, standing: object): object {
  const { before, after } = edit.update;
  const { shape } = tables[edit.table].schema;
  const now = new Map<string, unknown>(Object.entries(standing));
  const keys = keysOfUpdate(edit.update);
  if (keys.size === 0 || keys.has('id'))
    throw new Refusal(`the update of ${edit.table}/${edit.id} is malformed`);
  for (const key of keys) {
    const stands = now.get(key);
    if (!now.has(key) || !(equal(stands, before[key]) || equal(stands, readField(shape, key, before[key]))))
      throw new Refusal(`${key} of ${edit.table}/${edit.id} is not what was expected`);
  }
  for (const key of keys) {
    const value = after[key] ?? readField(shape, key, after[key]);
    if (value === undefined) throw new Refusal(`the update of ${edit.table}/${edit.id} is malformed`);
    now.set(key, value);
  }
  return Object.fromEntries(now);
}

/** What the edit leaves standing, or null after a delete. */
function outcome(edit: Edit, standing: object | undefined): object | null {
  const name = `${edit.table}/${edit.id}`;
  if ('create' in edit) {
    if (standing) throw new Refusal(`${name} is there already`);
    return edit.create;
  }
  if (!standing) throw new Refusal(`${name} is not there`);
  if ('update' in edit) return updated(edit, standing);
  if (!equal(standing, edit.delete) && !equal(standing, readRow(edit.table, edit.delete)))
    throw new Refusal(`${name} is not what was expected`);
  return null;
}

/** Applies one edit and returns the way back. */
function applyEdit<T extends TableName>(review: Review, table: T, edit: Edit): () => void {
  const rows = rowsOf(review, table);
  const before = rows.get(edit.id);
  const after = outcome(edit, before);
  if (after === null) dropEntity(review, table, edit.id);
  else {
    const parsed = tables[table].schema.safeParse(after);
    if (!parsed.success) throw new Refusal(`${table}/${edit.id} is not valid: ${parsed.error.message}`);
    if (parsed.data.id !== edit.id) throw new Refusal(`${table}/${edit.id} carries another id`);
    putEntity(review, table, parsed.data);
  }
  return () => (before ? putEntity(review, table, before) : dropEntity(review, table, edit.id));
}

function checkReferences<T extends TableName>(review: Review, table: T, id: string): void {
  const rows = rowsOf(review, table);
  const entity = rows.get(id);
  if (!entity) {
    if (review.referrers.has(`${table}/${id}`)) throw new Refusal(`${table}/${id} is still referred to`);
    return;
  }
  for (const target of tables[table].references(entity)) {
    const there = splitKey(target);
    if (!review[there.table].has(there.id)) throw new Refusal(`${table}/${id} refers to a missing ${target}`);
  }
}

/**
 * Applies the edits in order, in place, and returns the entities touched. Refuses, and changes nothing, when a `before`
 * is not what stands there, a reference would dangle, or a resulting entity is not valid. Rows and fields are read with the
 * defaults of the table's schema, so that edits of an earlier version, which lack fields, go on fitting. The cost depends on
 * the edits, not on the size of the review.
 */
export function applyEdits(review: Review, edits: readonly Edit[]): Applied {
  const back: (() => void)[] = [];
  try {
    for (const edit of edits) back.push(applyEdit(review, edit.table, edit));
    for (const { table, id } of edits) checkReferences(review, table, id);
    return { ok: true, touched: [...new Set(edits.map(({ table, id }): EntityKey => `${table}/${id}`))] };
  } catch (error) {
    for (const step of back.toReversed()) step();
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}
