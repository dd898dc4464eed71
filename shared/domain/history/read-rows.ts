import equal from 'fast-deep-equal';
import type { z } from 'zod';
import { type TableName, tables } from '../review/tables';
import type { Edit } from './change';

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
export function getUpdateKeys({ before, after }: { before: object; after: object }): Set<string> {
  return new Set([...Object.keys(before), ...Object.keys(after)]);
}

/** Reads all fields of a row as `readField` does. */
export function readRow(table: TableName, row: Record<string, unknown>): Record<string, unknown> {
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
