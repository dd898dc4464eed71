import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeBest } from '#shared/text/sequences/take-best.ts';

test('the best items are the first ones of a stable sort', () => {
  const item = fc.record({ rank: fc.nat({ max: 5 }), id: fc.nat() });
  const compare = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), fc.nat({ max: 12 }), (items, count) => {
      expect(takeBest(items, count, compare)).toEqual(items.toSorted(compare).slice(0, count));
    }),
  );
});
