import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRetiredClaims, getFormerWords, listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { compareSpans, isSameSpan } from '#shared/text/span.ts';
import { createNextDraft } from '#tests/unit/main/worker/reports/next-draft.ts';
import { spanWithin } from '#tests/unit/shared/arbitraries.ts';
import { applyActions, createEditContext, openSample, randomActions } from '#tests/unit/shared/reviews.ts';

describe('listPlacedClaims', () => {
  test('claims are numbered in reading order, an outer one before one nested in it', () => {
    const { review, draft } = openSample();
    const words = listPlacedClaims(review, draft.id).map(
      ({ number, span }) => `${number} ${draft.text.slice(span.start, span.end)}`,
    );
    expect(words.slice(0, 2)).toEqual([
      '1 open on 14 March',
      '2 two years behind the date that the council promised',
    ]);
    expect(words[7]).toMatch(/^8 Each month of it cost/);
    expect(words[8]).toBe('9 €3.1 million in standing charges');
  });

  test('every placed claim is listed once, numbered from 1 without gaps, after any edits', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 15 }), (actions) => {
        const { review, draft } = openSample();
        applyActions(review, draft, actions, createEditContext('n'));
        const placed = listPlacedClaims(review, draft.id);
        expect(placed.map(({ number }) => number)).toEqual(placed.map((_, index) => index + 1));
        expect(new Set(placed.map(({ claim }) => claim.id))).toEqual(new Set(review.claims.keys()));
        for (const [index, { span }] of placed.entries()) {
          const next = placed[index + 1]?.span;
          if (next) expect(compareSpans(span, next)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe('compareSpans', () => {
  test('spans are in a total order', () => {
    fc.assert(
      fc.property(spanWithin(0, 9), spanWithin(0, 9), spanWithin(0, 9), (a, b, c) => {
        expect(Math.sign(compareSpans(a, b))).toBe(-Math.sign(compareSpans(b, a)) + 0);
        expect(compareSpans(a, b) === 0).toBe(isSameSpan(a, b));
        if (compareSpans(a, b) <= 0 && compareSpans(b, c) <= 0)
          expect(compareSpans(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

const listRetired = (review: Parameters<typeof findRetiredClaims>[0], draftNumber: number) =>
  findRetiredClaims(review, draftNumber).map(({ draftNumber: number, placement }) => [
    number,
    getFormerWords(placement),
  ]);

test('retired claims keep their former text, and are sorted by draft and text', () => {
  const second = createNextDraft(openSample(), { cut: [6, 3], waiting: [7] });
  const third = createNextDraft(second, { cut: [1] });
  const inSecond = listRetired(third.review, 2);
  expect(inSecond).toHaveLength(2);
  expect(inSecond).toContainEqual([2, 'cost €412 million']);
  expect(inSecond).toEqual(inSecond.toSorted(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)));
  expect(listRetired(third.review, 3).map(([number]) => number)).toEqual([2, 2, 3]);
  expect(listRetired(third.review, 1)).toEqual([]);
});

test('a claim that has a span again in a later draft is not retired', () => {
  const second = createNextDraft(openSample(), { cut: [3] });
  const [retired] = findRetiredClaims(second.review, 2);
  const third = createNextDraft(second, {});
  const [placement] = third.review.placements.values();
  if (!retired || !placement) throw new Error('no claim was retired');
  third.review.placements.set('again', {
    ...placement,
    id: 'again',
    claimId: retired.claim.id,
    draftId: third.draft.id,
  });
  expect(listRetired(third.review, 2)).toHaveLength(1);
  expect(listRetired(third.review, 3)).toEqual([]);
});
