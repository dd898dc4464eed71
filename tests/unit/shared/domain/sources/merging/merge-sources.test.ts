import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invertEdits } from '../../../../../../shared/domain/history/change';
import { makeUpdateEdit } from '../../../../../../shared/domain/history/make-edits';
import { findReferrers, putEntity, type Review } from '../../../../../../shared/domain/review/review';
import type { Source } from '../../../../../../shared/domain/source';
import { findOriginId, getDerivationChain } from '../../../../../../shared/domain/sources/derivation';
import { mergeSources } from '../../../../../../shared/domain/sources/merging/merge-sources';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
} from '../../../reviews';

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

  test('the kept source keeps its values and gets the missing ones', () => {
    const { review } = openSample();
    const { kept, duplicate } = twoSources(review);
    applyOrThrow(review, mergeSources(review, kept, duplicate).edits);
    expect(review.sources.get(kept.id)).toMatchObject({
      title: kept.title,
      publisher: kept.publisher ?? duplicate.publisher,
      url: kept.url ?? duplicate.url,
    });
  });

  test.each([
    [true, false],
    [false, true],
    [true, true],
  ])('a source stays confidential when one of the two was: kept %s, duplicate %s', (isKept, isDuplicate) => {
    const { review } = openSample();
    const sources = twoSources(review);
    const kept = { ...sources.kept, confidential: isKept };
    const duplicate = { ...sources.duplicate, confidential: isDuplicate };
    for (const source of [kept, duplicate]) putEntity(review, 'sources', source);
    applyOrThrow(review, mergeSources(review, kept, duplicate).edits);
    expect(review.sources.get(kept.id)?.confidential).toBe(true);
  });

  test.each([
    ['Quilly, night porter', 'night porter; Lantern', 'Quilly, night porter, Lantern'],
    ['Quilly', null, 'Quilly'],
    [null, 'Quilly', 'Quilly'],
    [null, null, null],
  ])('the merged source hides what either hid: %s and %s', (first, second, alsoHide) => {
    const { review } = openSample();
    const sources = twoSources(review);
    const kept = { ...sources.kept, alsoHide: first };
    const duplicate = { ...sources.duplicate, alsoHide: second };
    for (const source of [kept, duplicate]) putEntity(review, 'sources', source);
    applyOrThrow(review, mergeSources(review, kept, duplicate).edits);
    expect(review.sources.get(kept.id)?.alsoHide).toBe(alsoHide);
  });
});
