import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLanes } from '../../../../../shared/reports/model/assign-lanes';
import { compareSpans } from '../../../../../shared/text/span';
import { spanWithin } from '../../arbitraries';

test('Spans that share a character get different lanes, each as low as possible', () => {
  fc.assert(
    fc.property(fc.array(spanWithin(0, 30), { maxLength: 12 }), (anySpans) => {
      const spans = anySpans.toSorted(compareSpans);
      const lanes = assignLanes(spans);
      for (const [index, span] of spans.entries())
        for (const [otherIndex, other] of spans.entries())
          if (index !== otherIndex && span.start < other.end && other.start < span.end)
            expect(lanes[index]).not.toBe(lanes[otherIndex]);
      const countAt = (offset: number) =>
        spans.filter(({ start, end }) => start <= offset && offset < end).length;
      const maxDepth = Math.max(0, ...spans.map(({ start }) => countAt(start)));
      expect(Math.max(-1, ...lanes)).toBe(maxDepth - 1);
    }),
  );
});
