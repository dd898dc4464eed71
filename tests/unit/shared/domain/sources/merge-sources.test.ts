import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { createEdit, updateEdit } from '../../../../../shared/domain/history/edits';
import { putEntity, type Review, referringTo } from '../../../../../shared/domain/review/review';
import { primacyWords, type Source } from '../../../../../shared/domain/source';
import { chainOf, originOf } from '../../../../../shared/domain/sources/derivation';
import { mergeSources } from '../../../../../shared/domain/sources/merge-sources';
import { compareForMerge, type MergeField } from '../../../../../shared/domain/sources/merged-source';
import { standsOf } from '../../../../../shared/domain/sources/withdrawn-source';
import { carryOut, countingFacts, mustApply, openSample, valuesOf, wishes } from '../../reviews';
import { sourceOf } from '../../sources';

function twoSources(review: Review) {
  const [kept, double] = review.sources.values();
  if (!kept || !double) throw new Error('the sample has no two sources');
  return { kept, double };
}

describe('merging', () => {
  test('leaves one source with everything that both had, and nothing lost', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 15 }), (wanted) => {
        const { review, draft } = openSample();
        carryOut(review, draft, wanted, countingFacts('n'));
        fc.pre(review.sources.size >= 2);
        const { kept, double } = twoSources(review);
        const sums = new Set(
          [kept, double].flatMap(({ id }) =>
            referringTo(review, `sources/${id}`, 'attachments').map(({ sha256 }) => sha256),
          ),
        );
        const tiesOf = (source: Source) => referringTo(review, `sources/${source.id}`, 'evidence');
        const ties = [...tiesOf(kept), ...tiesOf(double)];
        const before = valuesOf(review);
        const step = mergeSources(review, kept, double);
        mustApply(review, step.edits);

        expect(review.sources.has(double.id)).toBe(false);
        for (const { claimId, stance, locator, quote, note } of ties) {
          const there = tiesOf(kept).filter((tie) => tie.claimId === claimId);
          const stances = new Set(ties.filter((tie) => tie.claimId === claimId).map((tie) => tie.stance));
          const isContradicted = stances.has('supports') && stances.has('refutes');
          expect(there.length > 1).toBe(isContradicted);
          const says = (name: 'locator' | 'quote' | 'note', text: string | null) =>
            there.some((tie) => tie[name]?.includes(text ?? '') ?? text === null);
          expect([says('locator', locator), says('quote', quote), says('note', note)]).toEqual([
            true,
            true,
            true,
          ]);
          if (stance !== 'context') expect(there.map((tie) => tie.stance)).toContain(stance);
        }
        const files = referringTo(review, `sources/${kept.id}`, 'attachments');
        expect(new Set(files.map(({ sha256 }) => sha256))).toEqual(sums);
        const merged = review.sources.get(kept.id);
        expect(merged?.confidential).toBe(kept.confidential || double.confidential);
        expect(merged?.derivedFrom).not.toBe(kept.id);
        for (const id of review.sources.keys()) expect(review.sources.has(originOf(review, id))).toBe(true);

        mustApply(review, invertEdits(step.edits));
        expect(JSON.stringify(valuesOf(review).tables)).toBe(JSON.stringify(before.tables));
      }),
      { numRuns: 80 },
    );
  });

  test('makes no ring, whatever lies between the two', () => {
    const { review } = openSample();
    const [kept, double, between] = review.sources.values();
    if (!kept || !double || !between) throw new Error('the sample has too few sources');
    const set = (source: Source, derivedFrom: string | null) =>
      mustApply(
        review,
        [updateEdit('sources', source, { derivedFrom })].filter((edit) => edit !== null),
      );
    set(between, double.id);
    set(kept, between.id);
    const now = review.sources.get(kept.id);
    mustApply(review, now ? mergeSources(review, now, double).edits : []);
    for (const id of review.sources.keys()) {
      const chain = chainOf(review, id);
      expect(chain.at(-1)?.derivedFrom).toBeNull();
    }
  });

  test('fills in what the kept one lacks and keeps what it has', () => {
    const { review } = openSample();
    const { kept, double } = twoSources(review);
    mustApply(review, mergeSources(review, kept, double).edits);
    expect(review.sources.get(kept.id)).toMatchObject({
      title: kept.title,
      publisher: kept.publisher ?? double.publisher,
      url: kept.url ?? double.url,
    });
  });

  const oneOf = (...values: string[]) => fc.constantFrom(null, ...values);
  const saying = (origin: string): fc.Arbitrary<Partial<Source>> =>
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

  test('keeps what only one of the two says, and asks for everything in which they differ', () => {
    const chosen = fc.uniqueArray(fc.constantFrom(...fields));
    fc.assert(
      fc.property(saying('double'), saying('kept'), chosen, (one, two, wanted) => {
        const { review } = openSample();
        const [kept, double] = [sourceOf('kept', one), sourceOf('double', two)];
        for (const source of [sourceOf('origin'), sourceOf('other'), kept, double])
          putEntity(review, 'sources', source);
        fc.pre(kept.derivedFrom !== 'double' || double.derivedFrom !== 'kept');
        const fromDouble = new Set<MergeField>(wanted);
        const kind = fromDouble.has('kind') ? double.kind : kept.kind;
        const { conflicts, leftOut } = compareForMerge(review, kept, double, kind);
        mustApply(review, mergeSources(review, kept, double, fromDouble).edits);
        const merged = review.sources.get('kept');
        if (!merged) throw new Error('the kept source is gone');

        for (const field of fields) {
          const isNothing = (value: unknown) =>
            value === null ||
            (field === 'standing' && value === 'good') ||
            value === 'kept' ||
            value === 'double';
          const said = [kept[field], double[field]].filter((value) => !isNothing(value));
          const asked = conflicts.find((conflict) => conflict.field === field);
          const lost = leftOut.filter((left) => left.field === field).map(({ value }) => value);
          if (new Set(said).size === 2)
            expect(asked ? [asked.kept, asked.double] : lost).toEqual([kept[field], double[field]]);
          else expect(asked).toBeUndefined();
          const expected = asked ? (fromDouble.has(field) ? asked.double : asked.kept) : said[0];
          // Whatever one of them says is in the merged source, or was named as left out.
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

  test('asks for no title that only stands in for one', () => {
    const { review } = openSample();
    const [url, other] = ['https://a.example/1', 'https://b.example/2'];
    const kept = sourceOf('kept', { title: 'a.example/1', url });
    const named = sourceOf('named', { title: 'A title' });
    const untitled = sourceOf('untitled', { title: 'b.example/2', url: other });
    for (const source of [kept, named, untitled]) putEntity(review, 'sources', source);
    expect(compareForMerge(review, kept, named).conflicts).toEqual([]);
    expect(compareForMerge(review, kept, untitled).conflicts.map(({ field }) => field)).toEqual(['url']);
    mustApply(review, mergeSources(review, kept, untitled, new Set(['url'])).edits);
    expect(review.sources.get('kept')).toMatchObject({ title: 'b.example/2', url: other });
    const merged = review.sources.get('kept');
    if (merged) mustApply(review, mergeSources(review, merged, named).edits);
    expect(review.sources.get('kept')).toMatchObject({ title: 'A title', url: other });
  });

  test('names what a source of the merged kind can’t hold', () => {
    const { review } = openSample();
    const person = sourceOf('kept', { kind: 'person', title: 'Bo', contact: '555 0100' });
    const page = sourceOf('double', { title: 'Bo', author: 'Ada' });
    expect(compareForMerge(review, person, page).leftOut).toEqual([{ field: 'author', value: 'Ada' }]);
    expect(compareForMerge(review, person, page, 'webPage').leftOut).toEqual([
      { field: 'contact', value: '555 0100' },
    ]);
  });

  const days = ['2026-11-20T10:00:00.000Z', '2026-11-22T10:00:00.000Z'] as const;

  function merging(one: Partial<Source>, other: Partial<Source>, fromDouble: readonly MergeField[] = []) {
    const { review } = openSample();
    const [kept, double] = [sourceOf('kept', one), sourceOf('double', { ...other, title: 'Source kept' })];
    mustApply(review, [createEdit('sources', kept), createEdit('sources', double)]);
    const asked = compareForMerge(review, kept, double).conflicts.map(({ field }) => field);
    mustApply(review, mergeSources(review, kept, double, new Set(fromDouble)).edits);
    const merged = review.sources.get('kept');
    if (!merged) throw new Error('the kept source is gone');
    return { kept, double, asked, merged };
  }

  const standing: fc.Arbitrary<Partial<Source>> = fc
    .record({
      standing: fc.constantFrom('good', 'withdrawn', 'wrong'),
      standingReason: oneOf('It was a draft.', 'It was forged.'),
      standingSince: oneOf(...days),
    })
    .map((fell) => (fell.standing === 'good' ? {} : fell));
  const sides = fc.constantFrom('kept', 'double');

  test('keeps why and since when a source fell, and asks where both say it and not the same', () => {
    fc.assert(
      fc.property(standing, standing, sides, (one, other, side) => {
        const chosen: MergeField[] = side === 'double' ? ['standing'] : [];
        const { asked, merged, ...both } = merging(one, other, chosen);
        const fell = [both.kept, both.double].filter(({ standing }) => standing !== 'good');
        const reasons = new Set(fell.map((source) => source.standingReason).filter((why) => why !== null));
        const mustAsk = new Set(fell.map((source) => source.standing)).size === 2 || reasons.size === 2;
        expect(asked).toEqual(mustAsk ? ['standing'] : []);
        if (mustAsk) {
          expect(standsOf(merged)).toEqual(standsOf(both[side]));
          return;
        }
        expect(merged.standing).toBe(fell[0]?.standing ?? 'good');
        expect(merged.standingReason).toBe([...reasons][0] ?? null);
        // The reason keeps its day; where it does not tell them apart, the source fell on the earlier one.
        const telling = fell.filter((source) => source.standingReason === merged.standingReason);
        const known = (from: readonly Source[]) =>
          from.map(({ standingSince }) => standingSince).filter((day) => day !== null);
        expect(merged.standingSince).toBe([...known(telling).sort(), ...known(fell)][0] ?? null);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps whether a source is primary or secondary, and asks where the two differ in it', () => {
    const said = fc.constantFrom({}, { primary: true }, { secondary: true });
    fc.assert(
      fc.property(said, said, sides, (one, other, side) => {
        const chosen: MergeField[] = side === 'double' ? ['primacy'] : [];
        const { asked, merged, ...both } = merging(one, other, chosen);
        const words = [primacyWords(both.kept), primacyWords(both.double)].filter((word) => word !== null);
        const mustAsk = new Set(words).size === 2;
        expect(asked).toEqual(mustAsk ? ['primacy'] : []);
        expect(primacyWords(merged)).toBe(mustAsk ? primacyWords(both[side]) : (words[0] ?? null));
        expect(merged.primary && merged.secondary).toBe(false);
      }),
    );
  });
});
