import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Edit } from '../../../../../shared/domain/history/change';
import { areSameEdits, readField, readFields } from '../../../../../shared/domain/history/read-rows';
import { createEmptyReview } from '../../../../../shared/domain/review/review';
import { reviewToData } from '../../../../../shared/domain/review/review-copy';
import { reviewDataSchema } from '../../../../../shared/domain/review/review-data';

/** A table whose rows got a new field, a new one in a nested value, and a new one in each item of a list. */
const { shape } = z.strictObject({
  title: z.string(),
  rank: z.enum(['first', 'second']).nullable().default(null),
  judged: z
    .strictObject({
      at: z.string(),
      why: z.string().nullable().default(null),
      sure: z.boolean().default(true),
    })
    .nullable(),
  places: z.array(z.strictObject({ start: z.int(), page: z.int().nullable().default(null) })),
});

const judged = fc.record({
  at: fc.string(),
  why: fc.option(fc.string()),
  sure: fc.boolean(),
});
const row = fc.record({
  title: fc.string(),
  rank: fc.constantFrom('first', 'second', null),
  judged: fc.option(judged),
  places: fc.array(fc.record({ start: fc.integer(), page: fc.option(fc.integer()) })),
});

/** Removes the new fields that have their defaults, as a version without them would have written the row. */
function removeDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(removeDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const defaults = new Map<string, unknown>([
    ['rank', null],
    ['why', null],
    ['page', null],
    ['sure', true],
  ]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !defaults.has(key) || defaults.get(key) !== field)
      .map(([key, field]) => [key, removeDefaults(field)]),
  );
}

test('fields that an earlier version did not write get their defaults, at every depth', () => {
  fc.assert(
    fc.property(row, (whole) => {
      const old = z.record(z.string(), z.unknown()).parse(removeDefaults(whole));
      expect(readFields(shape, old, Object.keys(shape))).toEqual(whole);
    }),
  );
});

test('reading a complete row does not change it', () => {
  fc.assert(
    fc.property(row, (whole) => {
      expect(readFields(shape, whole, Object.keys(shape))).toEqual(whole);
    }),
  );
});

test('a value that the schema refuses is returned unchanged', () => {
  expect(readField(shape, 'rank', 'third')).toBe('third');
  expect(readField(shape, 'unknown', 1)).toBe(1);
  expect(readField(shape, 'toString', undefined)).toBeUndefined();
  expect(readField(shape, 'title', undefined)).toBeUndefined();
});

test('edits are the same if and only if their rows are equal', () => {
  const edit = (title: string): Edit[] => [{ table: 'sources', id: 'a', create: { id: 'a', title } }];
  expect(areSameEdits(edit('A'), edit('A'))).toBe(true);
  expect(areSameEdits(edit('A'), edit('B'))).toBe(false);
  const update = (after: string): Edit[] => [
    { table: 'claims', id: 'a', update: { before: { note: null }, after: { note: after } } },
  ];
  expect(areSameEdits(update('x'), update('x'))).toBe(true);
  expect(areSameEdits(update('x'), update('y'))).toBe(false);
});

test('a snapshot without a newer table is read with that table empty', () => {
  const { dismissals: _, ...older } = reviewToData(createEmptyReview());
  expect(reviewDataSchema.parse(older)).toEqual(reviewToData(createEmptyReview()));
});
