import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putEntity } from '../../../../../../shared/domain/review/review';
import type { Source } from '../../../../../../shared/domain/source';
import {
  compareForMerge,
  type MergeField,
} from '../../../../../../shared/domain/sources/merging/compare-sources';
import { mergeSources } from '../../../../../../shared/domain/sources/merging/merge-sources';
import { applyOrThrow, openSample } from '../../../reviews';
import { createTestSource } from '../../../sources';

const oneOf = (...values: string[]) => fc.constantFrom(null, ...values);
const sourceDerivedFrom = (origin: string): fc.Arbitrary<Partial<Source>> =>
  fc.record({
    kind: fc.constantFrom('webPage', 'document', 'dataset', 'person'),
    title: fc.constantFrom('One', 'Two'),
    author: oneOf('Ada', 'Bo'),
    publisher: oneOf('Desk', 'Port'),
    publishedAt: oneOf('2019', '2020-02'),
    accessedAt: oneOf('2025', '2026'),
    url: oneOf('https://a.example/1', 'https://b.example/2'),
    archiveUrl: oneOf('https://c.example/1', 'https://d.example/2'),
    contact: oneOf('555 0100', '555 0199'),
    standing: fc.constantFrom('good', 'withdrawn', 'wrong'),
    derivedFrom: fc.constantFrom(null, 'origin', 'other', origin),
  });
const fields = [
  ...(['kind', 'title', 'author', 'publisher', 'publishedAt', 'accessedAt'] as const),
  ...(['url', 'archiveUrl', 'contact', 'standing', 'derivedFrom'] as const),
];

test('values of only one source are kept, and every difference is a conflict', () => {
  const chosen = fc.uniqueArray(fc.constantFrom(...fields));
  fc.assert(
    fc.property(sourceDerivedFrom('duplicate'), sourceDerivedFrom('kept'), chosen, (one, two, names) => {
      const { review } = openSample();
      const [kept, duplicate] = [createTestSource('kept', one), createTestSource('duplicate', two)];
      for (const source of [createTestSource('origin'), createTestSource('other'), kept, duplicate])
        putEntity(review, 'sources', source);
      fc.pre(kept.derivedFrom !== 'duplicate' || duplicate.derivedFrom !== 'kept');
      const fromDuplicate = new Set<MergeField>(names);
      const kind = fromDuplicate.has('kind') ? duplicate.kind : kept.kind;
      const { conflicts, leftOut } = compareForMerge(review, kept, duplicate, kind);
      applyOrThrow(review, mergeSources(review, kept, duplicate, fromDuplicate).edits);
      const merged = review.sources.get('kept');
      if (!merged) throw new Error('the kept source is gone');

      for (const field of fields) {
        const isNothing = (value: unknown) =>
          value === null ||
          (field === 'standing' && value === 'good') ||
          value === 'kept' ||
          value === 'duplicate';
        const said = [kept[field], duplicate[field]].filter((value) => !isNothing(value));
        const asked = conflicts.find((conflict) => conflict.field === field);
        const lost = leftOut.filter((left) => left.field === field).map(({ value }) => value);
        if (new Set(said).size === 2)
          expect(asked ? [asked.kept, asked.duplicate] : lost).toEqual([kept[field], duplicate[field]]);
        else expect(asked).toBeUndefined();
        const expected = asked ? (fromDuplicate.has(field) ? asked.duplicate : asked.kept) : said[0];
        // A value of either source is in the merged one or is listed as left out.
        if (expected !== undefined && lost.length === 0) expect(merged[field]).toBe(expected);
        if (lost.length > 0) {
          expect(new Set(lost)).toEqual(new Set(said));
          expect(merged[field]).toBeNull();
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('a fallback title is never in conflict', () => {
  const { review } = openSample();
  const [url, other] = ['https://a.example/1', 'https://b.example/2'];
  const kept = createTestSource('kept', { title: 'a.example/1', url });
  const named = createTestSource('named', { title: 'A title' });
  const untitled = createTestSource('untitled', { title: 'b.example/2', url: other });
  for (const source of [kept, named, untitled]) putEntity(review, 'sources', source);
  expect(compareForMerge(review, kept, named).conflicts).toEqual([]);
  expect(compareForMerge(review, kept, untitled).conflicts.map(({ field }) => field)).toEqual(['url']);
  applyOrThrow(review, mergeSources(review, kept, untitled, new Set(['url'])).edits);
  expect(review.sources.get('kept')).toMatchObject({ title: 'b.example/2', url: other });
  const merged = review.sources.get('kept');
  if (merged) applyOrThrow(review, mergeSources(review, merged, named).edits);
  expect(review.sources.get('kept')).toMatchObject({ title: 'A title', url: other });
});

test('values that the merged kind does not have are listed', () => {
  const { review } = openSample();
  const person = createTestSource('kept', { kind: 'person', title: 'Bo', contact: '555 0100' });
  const page = createTestSource('duplicate', { title: 'Bo', author: 'Ada' });
  expect(compareForMerge(review, person, page).leftOut).toEqual([{ field: 'author', value: 'Ada' }]);
  expect(compareForMerge(review, person, page, 'webPage').leftOut).toEqual([
    { field: 'contact', value: '555 0100' },
  ]);
});
