import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { applyEdits, areSameEdits, readField, readFields } from '#shared/domain/review/apply-edits.ts';
import { type Edit, invertEdits } from '#shared/domain/review/change.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { reviewDataSchema, reviewToData } from '#shared/domain/review/review-data.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
} from '#tests/unit/shared/reviews.ts';

describe('refused changes', () => {
  const { review: sample, draft } = openSample();
  const first = <T>(rows: Map<string, T>): T => {
    for (const row of rows.values()) return row;
    throw new Error('the sample is empty');
  };
  const claim = first(sample.claims);
  const evidence = first(sample.evidence);
  const source = first(sample.sources);
  const placement = first(sample.placements);
  const otherSpan = { ...placement.span, end: 9_999 };
  const { note, kind, verdict } = claim;
  const updateClaim = (
    before: Record<string, unknown>,
    after: Record<string, unknown>,
    id = claim.id,
  ): Edit => ({
    table: 'claims',
    id,
    update: { before, after },
  });
  const refused: [string, Edit, string][] = [
    [
      'it creates an entity that exists',
      { table: 'claims', id: claim.id, create: { ...claim } },
      'is there already',
    ],
    ['it updates a missing entity', updateClaim({ note: null }, { note: 'x' }, 'no'), 'is not there'],
    ['it deletes a missing entity', { table: 'claims', id: 'no', delete: { ...claim } }, 'is not there'],
    [
      'its `before` differs from the current value',
      updateClaim({ note: 'other' }, { note: 'x' }),
      'not what was expected',
    ],
    [
      'its nested `before` differs from the current value',
      {
        table: 'placements',
        id: placement.id,
        update: { before: { span: otherSpan }, after: { span: otherSpan } },
      },
      'not what was expected',
    ],
    [
      'it deletes an entity with other values',
      { table: 'evidence', id: evidence.id, delete: { ...evidence, quote: 'other' } },
      'not what was expected',
    ],
    ['its sides have different keys', updateClaim({ note }, { claimant: 'x' }), 'not what was expected'],
    ['one side has more keys', updateClaim({ note, kind }, { note: 'x' }), 'malformed'],
    ['it updates no field', updateClaim({}, {}), 'malformed'],
    ['it changes an id', updateClaim({ id: claim.id }, { id: 'x' }), 'malformed'],
    ['it adds an unknown field', updateClaim({ odd: 1 }, { odd: 2 }), 'not what was expected'],
    ['the entity would not be valid', updateClaim({ verdict }, { verdict: 'unchecked' }), 'is not valid'],
    ['the entity has another id', { table: 'sources', id: 'x', create: { ...source } }, 'carries another id'],
    [
      'it refers to a missing entity',
      { table: 'evidence', id: 'x', create: { ...evidence, id: 'x', sourceId: 'no' } },
      'refers to a missing',
    ],
    [
      'it deletes an entity that others refer to',
      { table: 'sources', id: source.id, delete: { ...source } },
      'is still referred to',
    ],
    [
      'it contains a forbidden address',
      { table: 'sources', id: 'x', create: { ...source, id: 'x', url: 'javascript:alert(1)' } },
      'is not valid',
    ],
  ];

  test.each(refused)('a change is refused and leaves the review unchanged if %s', (_, edit, reason) => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 3 }), fc.nat(), (actions, at) => {
        const { review } = openSample();
        const before = structuredClone(toComparable(review));
        const validEdits = applyActions(openSample().review, draft, actions, createEditContext('n'))
          .filter(({ action }) => action === 'claim.mark')
          .flatMap(({ edits }) => edits);
        const edits = validEdits.toSpliced(at % (validEdits.length + 1), 0, edit);
        const applied = applyEdits(review, edits);
        expect(applied).toEqual({ ok: false, reason: expect.stringContaining(reason) });
        expect(toComparable(review)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

test('several edits of one entity are reverted in order, by the inverse and by a refusal', () => {
  const { review } = openSample();
  const before = structuredClone(toComparable(review));
  const [source] = review.sources.values();
  if (!source) throw new Error('the sample has no source');
  const update = (from: string, to: string): Edit => {
    return { table: 'sources', id: 'new', update: { before: { title: from }, after: { title: to } } };
  };
  const edits = [
    { table: 'sources', id: 'new', create: { ...source, id: 'new', title: 'A' } } as const,
    update('A', 'B'),
    update('B', 'C'),
  ];
  expect(applyEdits(review, [...edits, update('A', 'D')]).ok).toBe(false);
  expect(toComparable(review)).toEqual(before);
  const applied = applyEdits(review, edits);
  expect(applied).toEqual({ ok: true, touched: ['sources/new'] });
  expect(review.sources.get('new')?.title).toBe('C');
  applyOrThrow(review, invertEdits(edits));
  expect(toComparable(review)).toEqual(before);
});

test('an update keeps the position of the entity in its table', () => {
  const { review, draft } = openSample();
  const order = [...review.claims.keys()];
  applyActions(review, draft, [{ what: 3, pick: 2, other: 0, words: 'a note' }], createEditContext('n'));
  expect([...review.claims.keys()]).toEqual(order);
});

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

const judged = fc.record({ at: fc.string(), why: fc.option(fc.string()), sure: fc.boolean() });
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

test('fields that an earlier version did not write get their defaults, at every depth, and complete rows stay as they are', () => {
  fc.assert(
    fc.property(row, (whole) => {
      expect(readFields(shape, whole, Object.keys(shape))).toEqual(whole);
      const old = z.record(z.string(), z.unknown()).parse(removeDefaults(whole));
      expect(readFields(shape, old, Object.keys(shape))).toEqual(whole);
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
