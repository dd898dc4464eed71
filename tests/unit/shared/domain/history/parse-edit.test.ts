import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Edit } from '../../../../../shared/domain/history/change';
import { readField, readFields, sameEdits } from '../../../../../shared/domain/history/parse-edit';
import { emptyReview, reviewToData } from '../../../../../shared/domain/review/review';
import { reviewDataSchema } from '../../../../../shared/domain/review/review-data';

/** A table whose rows gained a field at the top, one inside a nested value, and one inside each item of a list. */
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

/** The row as a version wrote it that knew none of the new fields; only what has its default may be unknown. */
function forget(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forget);
  if (typeof value !== 'object' || value === null) return value;
  const defaults = new Map<string, unknown>([
    ['rank', null],
    ['why', null],
    ['page', null],
    ['sure', true],
  ]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !defaults.has(key) || defaults.get(key) !== one)
      .map(([key, one]) => [key, forget(one)]),
  );
}

test('what an earlier version did not write is read as its default, at every depth', () => {
  fc.assert(
    fc.property(row, (whole) => {
      const old = z.record(z.string(), z.unknown()).parse(forget(whole));
      expect(readFields(shape, old, Object.keys(shape))).toEqual(whole);
    }),
  );
});

test('reading twice is reading once, and what is whole stays as it is', () => {
  fc.assert(
    fc.property(row, (whole) => {
      expect(readFields(shape, whole, Object.keys(shape))).toEqual(whole);
    }),
  );
});

test('a value that the schema does not take is given back, to be refused where it is compared', () => {
  expect(readField(shape, 'rank', 'third')).toBe('third');
  expect(readField(shape, 'unknown', 1)).toBe(1);
  expect(readField(shape, 'toString', undefined)).toBeUndefined();
  expect(readField(shape, 'title', undefined)).toBeUndefined();
});

test('edits are the same when they say the same of each row, and not otherwise', () => {
  const edit = (title: string): Edit[] => [{ table: 'sources', id: 'a', create: { id: 'a', title } }];
  expect(sameEdits(edit('A'), edit('A'))).toBe(true);
  expect(sameEdits(edit('A'), edit('B'))).toBe(false);
  const update = (after: string): Edit[] => [
    { table: 'claims', id: 'a', update: { before: { note: null }, after: { note: after } } },
  ];
  expect(sameEdits(update('x'), update('x'))).toBe(true);
  expect(sameEdits(update('x'), update('y'))).toBe(false);
});

test('a snapshot from before a table was known is read with that table empty', () => {
  const { dismissals: _, ...older } = reviewToData(emptyReview());
  expect(reviewDataSchema.parse(older)).toEqual(reviewToData(emptyReview()));
});
