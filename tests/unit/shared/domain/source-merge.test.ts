import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invertEdits } from '../../../../shared/domain/change';
import { chainOf, originOf } from '../../../../shared/domain/derivation';
import { updateEdit } from '../../../../shared/domain/edits';
import { type Review, referringTo } from '../../../../shared/domain/review';
import type { Source } from '../../../../shared/domain/source';
import { doublesAmong, mergeSources } from '../../../../shared/domain/source-merge';
import { carryOut, countingFacts, mustApply, openSample, valuesOf, wishes } from '../reviews';
import { sourceOf } from '../sources';

describe('doubles', () => {
  test('have the same address, however it is written', () => {
    const one = sourceOf('a', { title: 'One', url: 'https://www.Council.example/decisions/' });
    const two = sourceOf('b', { title: 'Two', url: 'http://council.example/decisions#page=3' });
    const other = sourceOf('c', { title: 'Three', url: 'https://council.example/decisions?year=2019' });
    expect(doublesAmong([one, two, other])).toEqual([[one, two]]);
  });

  test('have the same title by the same author', () => {
    const one = sourceOf('a', { title: 'The seawall: a history', author: 'Oda Brinnekamp' });
    const two = sourceOf('b', { title: 'the  seawall – A History', author: 'oda brinnekamp' });
    const other = sourceOf('c', { title: 'The seawall: a history', author: null });
    expect(doublesAmong([one, two, other])).toEqual([[one, two]]);
  });

  test('a DOI is the same as its address', () => {
    const one = sourceOf('a', { title: 'One', url: 'doi:10.1000/182' });
    const two = sourceOf('b', { title: 'Two', url: 'https://doi.org/10.1000/182' });
    expect(doublesAmong([one, two])).toHaveLength(1);
  });

  test('are grouped through each other, and each source is in one group at most', () => {
    const links = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(links, (pairs) => {
        const sources = pairs.map(([title, url], at) =>
          sourceOf(`s${at}`, { title: `Title ${title}`, url: `https://example.org/${url}` }),
        );
        const groups = doublesAmong(sources);
        const members = groups.flat();
        expect(new Set(members).size).toBe(members.length);
        for (const one of sources)
          for (const two of sources) {
            if (one === two || (one.title !== two.title && one.url !== two.url)) continue;
            expect(groups.find((group) => group.includes(one))).toContain(two);
          }
      }),
    );
  });
});

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
        const ties = [kept, double].flatMap(({ id }) => referringTo(review, `sources/${id}`, 'evidence'));
        const before = valuesOf(review);
        const step = mergeSources(review, kept, double);
        mustApply(review, step.edits);

        expect(review.sources.has(double.id)).toBe(false);
        expect(referringTo(review, `sources/${kept.id}`, 'evidence')).toHaveLength(ties.length);
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
});
