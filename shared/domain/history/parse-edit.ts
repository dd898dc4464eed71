import equal from 'fast-deep-equal';
import type { z } from 'zod';
import { type TableName, tables } from '../review/tables';
import type { Edit } from './change';

/** The schema of each field of a row. */
type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * One field as its schema reads it: where the value, or something nested in it, was not written yet by the version that
 * wrote the row, the default stands. A value that the schema does not take is given back as it is.
 */
export function readField(shape: Shape, key: string, value: unknown): unknown {
  const parsed = Object.hasOwn(shape, key) ? shape[key]?.safeParse(value) : undefined;
  return parsed?.success ? parsed.data : value;
}

/** These fields as `readField` reads them; those without a value are left out. */
export function readFields(
  shape: Shape,
  fields: Record<string, unknown>,
  keys: Iterable<string>,
): Record<string, unknown> {
  const read = Array.from(keys, (key) => [key, readField(shape, key, fields[key])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** The fields that an update changes: those of both sides, for a side may lack what its version did not know. */
export function keysOfUpdate({ before, after }: { before: object; after: object }): Set<string> {
  return new Set([...Object.keys(before), ...Object.keys(after)]);
}

/** A whole row, as `readField` reads its fields. */
export function readRow(table: TableName, row: Record<string, unknown>): Record<string, unknown> {
  const { shape } = tables[table].schema;
  return readFields(shape, row, new Set([...Object.keys(shape), ...Object.keys(row)]));
}

/** The edit as this version would have written it. */
function readEdit(edit: Edit): Edit {
  const { table, id } = edit;
  if ('create' in edit) return { table, id, create: readRow(table, edit.create) };
  if ('delete' in edit) return { table, id, delete: readRow(table, edit.delete) };
  const keys = keysOfUpdate(edit.update);
  const side = (fields: Record<string, unknown>) => readFields(tables[table].schema.shape, fields, keys);
  return { table, id, update: { before: side(edit.update.before), after: side(edit.update.after) } };
}

/** Whether two lists of edits say the same, also when another version wrote one of them. */
export function sameEdits(one: readonly Edit[], other: readonly Edit[]): boolean {
  return equal(one, other) || equal(one.map(readEdit), other.map(readEdit));
}
