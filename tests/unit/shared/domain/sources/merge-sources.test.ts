import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '#shared/domain/base/source.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { findReferrers, putEntity, type Review } from '#shared/domain/review/review.ts';
import { makeUpdateEdit } from '#shared/domain/review/step.ts';
import { findOriginId, getDerivationChain } from '#shared/domain/sources/derivation.ts';
import { compareForMerge, type MergeField, mergeSources } from '#shared/domain/sources/merge-sources.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
} from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

function twoSources(review: Review) {
  const [kept, duplicate] = review.sources.values();
  if (!kept || !duplicate) throw new Error('the sample has no two sources');
  return { kept, duplicate };
}

describe('mergeSources', () => {
  test('the merged source has everything that both had', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 15 }), (actions) => {
        const { review, draft } = openSample();
        applyActions(review, draft, actions, createEditContext('n'));
        fc.pre(review.sources.size >= 2);
        const { kept, duplicate } = twoSources(review);
        const hashes = new Set(
          [kept, duplicate].flatMap(({ id }) =>
            findReferrers(review, `sources/${id}`, 'attachments').map(({ sha256 }) => sha256),
          ),
        );
        const findEvidenceOf = (source: Source) => findReferrers(review, `sources/${source.id}`, 'evidence');
        const evidenceBefore = [...findEvidenceOf(kept), ...findEvidenceOf(duplicate)];
        const before = toComparable(review);
        const step = mergeSources(review, kept, duplicate);
        applyOrThrow(review, step.edits);

        expect(review.sources.has(duplicate.id)).toBe(false);
        for (const { claimId, stance, stanceChosen, locator, quote, note } of evidenceBefore) {
          const remaining = findEvidenceOf(kept).filter((evidence) => evidence.claimId === claimId);
          const stances = new Set(
            evidenceBefore
              .filter((evidence) => evidence.claimId === claimId && evidence.stanceChosen)
              .map((evidence) => evidence.stance),
          );
          const isContradicted = stances.has('supports') && stances.has('refutes');
          expect(remaining.length > 1).toBe(isContradicted);
          const says = (name: 'locator' | 'quote' | 'note', text: string | null) =>
            remaining.some((evidence) => evidence[name]?.includes(text ?? '') ?? text === null);
          expect([says('locator', locator), says('quote', quote), says('note', note)]).toEqual([
            true,
            true,
            true,
          ]);
          if (stance !== 'context' && stanceChosen)
            expect(remaining.map((evidence) => evidence.stance)).toContain(stance);
        }
        const files = findReferrers(review, `sources/${kept.id}`, 'attachments');
        expect(new Set(files.map(({ sha256 }) => sha256))).toEqual(hashes);
        const merged = review.sources.get(kept.id);
        expect(merged?.confidential).toBe(kept.confidential || duplicate.confidential);
        expect(merged?.derivedFrom).not.toBe(kept.id);
        for (const id of review.sources.keys())
          expect(review.sources.has(findOriginId(review, id))).toBe(true);

        applyOrThrow(review, invertEdits(step.edits));
        expect(JSON.stringify(toComparable(review).tables)).toBe(JSON.stringify(before.tables));
      }),
      { numRuns: 80 },
    );
  });

  test('merging sources that are derived from each other closes no cycle', () => {
    const { review } = openSample();
    const [kept, duplicate, between] = review.sources.values();
    if (!kept || !duplicate || !between) throw new Error('the sample has too few sources');
    const set = (source: Source, derivedFrom: string | null) =>
      applyOrThrow(
        review,
        [makeUpdateEdit('sources', source, { derivedFrom })].filter((edit) => edit !== null),
      );
    set(between, duplicate.id);
    set(kept, between.id);
    const now = review.sources.get(kept.id);
    applyOrThrow(review, now ? mergeSources(review, now, duplicate).edits : []);
    for (const id of review.sources.keys()) {
      const chain = getDerivationChain(review, id);
      expect(chain.at(-1)?.derivedFrom).toBeNull();
    }
  });

  /** The merged source of two that have these fields. */
  function mergeWith(kept: Partial<Source>, duplicate: Partial<Source>): Source | undefined {
    const { review } = openSample();
    const before = twoSources(review);
    const [one, two] = [
      { ...before.kept, ...kept },
      { ...before.duplicate, ...duplicate },
    ];
    for (const source of [one, two]) putEntity(review, 'sources', source);
    applyOrThrow(review, mergeSources(review, one, two).edits);
    return review.sources.get(one.id);
  }

  test.each([
    [true, false],
    [false, true],
    [true, true],
  ])('a source stays confidential when one of the two was: kept %s, duplicate %s', (kept, duplicate) => {
    expect(mergeWith({ confidential: kept }, { confidential: duplicate })?.confidential).toBe(true);
  });

  test.each([
    ['Quilly, night porter', 'night porter; Lantern', 'Quilly, night porter, Lantern'],
    ['Quilly', null, 'Quilly'],
    [null, 'Quilly', 'Quilly'],
    [null, null, null],
  ])('the merged source hides what either hid: %s and %s', (kept, duplicate, alsoHide) => {
    expect(mergeWith({ alsoHide: kept }, { alsoHide: duplicate })?.alsoHide).toBe(alsoHide);
  });
});

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
