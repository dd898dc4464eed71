import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPlacement, listPlacedClaims } from '../../../../../shared/domain/review/placed-claims';
import { compareSpans, isSameSpan } from '../../../../../shared/text/span';
import { spanWithin } from '../../arbitraries';
import { applyActions, createEditContext, openSample, randomActions } from '../../reviews';

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

  test('a draft without claims has an empty list', () => {
    const { review } = openSample();
    expect(listPlacedClaims(review, 'other')).toEqual([]);
    const [claimId = ''] = review.claims.keys();
    expect(findPlacement(review, claimId, 'other')).toBeUndefined();
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
