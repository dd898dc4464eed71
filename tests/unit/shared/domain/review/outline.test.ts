import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineOf, placementOf } from '../../../../../shared/domain/review/outline';
import { compareSpans, sameSpan } from '../../../../../shared/text/span';
import { spanWithin } from '../../arbitraries';
import { carryOut, countingFacts, openSample, wishes } from '../../reviews';

describe('the outline', () => {
  test('numbers the claims in reading order, the outer before the nested', () => {
    const { review, draft } = openSample();
    const words = outlineOf(review, draft.id).map(
      ({ number, span }) => `${number} ${draft.text.slice(span.start, span.end)}`,
    );
    expect(words.slice(0, 2)).toEqual([
      '1 open on 14 March',
      '2 two years behind the date that the council promised',
    ]);
    expect(words[7]).toMatch(/^8 Each month of it cost/);
    expect(words[8]).toBe('9 €3.1 million in standing charges');
  });

  test('holds every placed claim once, numbered from 1 without gaps, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 15 }), (wanted) => {
        const { review, draft } = openSample();
        carryOut(review, draft, wanted, countingFacts('n'));
        const outline = outlineOf(review, draft.id);
        expect(outline.map(({ number }) => number)).toEqual(outline.map((_, index) => index + 1));
        expect(new Set(outline.map(({ claim }) => claim.id))).toEqual(new Set(review.claims.keys()));
        for (const [index, { span }] of outline.entries()) {
          const next = outline[index + 1]?.span;
          if (next) expect(compareSpans(span, next)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('is empty for a draft in which nothing stands', () => {
    const { review } = openSample();
    expect(outlineOf(review, 'other')).toEqual([]);
    const [claimId = ''] = review.claims.keys();
    expect(placementOf(review, claimId, 'other')).toBeUndefined();
  });
});

describe('spans', () => {
  test('are compared in a total order that is consistent', () => {
    fc.assert(
      fc.property(spanWithin(0, 9), spanWithin(0, 9), spanWithin(0, 9), (a, b, c) => {
        expect(Math.sign(compareSpans(a, b))).toBe(-Math.sign(compareSpans(b, a)) + 0);
        expect(compareSpans(a, b) === 0).toBe(sameSpan(a, b));
        if (compareSpans(a, b) <= 0 && compareSpans(b, c) <= 0)
          expect(compareSpans(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
