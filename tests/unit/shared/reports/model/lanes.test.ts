import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from '../../../../../shared/reports/model/lanes';
import { compareSpans } from '../../../../../shared/text/span';
import { spanWithin } from '../../arbitraries';

test('spans that share a character have different lanes, as low as can be', () => {
  fc.assert(
    fc.property(fc.array(spanWithin(0, 30), { maxLength: 12 }), (any) => {
      const spans = any.toSorted(compareSpans);
      const lanes = lanesOf(spans);
      for (const [at, span] of spans.entries())
        for (const [other, laned] of spans.entries())
          if (at !== other && span.start < laned.end && laned.start < span.end)
            expect(lanes[at]).not.toBe(lanes[other]);
      const depth = (offset: number) =>
        spans.filter(({ start, end }) => start <= offset && offset < end).length;
      const deepest = Math.max(0, ...spans.map(({ start }) => depth(start)));
      expect(Math.max(-1, ...lanes)).toBe(deepest - 1);
    }),
  );
});
