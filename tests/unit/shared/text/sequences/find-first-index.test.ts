import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';

test('the first index is found for which a condition holds, or the count where it holds for none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 40 }), fc.nat(21), (numbers, bound) => {
      const sorted = numbers.toSorted((a, b) => a - b);
      const expected = sorted.findIndex((number) => number >= bound);
      const found = findFirstIndex(sorted.length, (index) => (sorted[index] ?? 0) >= bound);
      expect(found).toBe(expected === -1 ? sorted.length : expected);
    }),
  );
});

test('the condition is asked no more often than a binary search needs', () => {
  let asked = 0;
  const found = findFirstIndex(1_000_000, (index) => {
    asked += 1;
    return index >= 777_777;
  });
  expect(found).toBe(777_777);
  expect(asked).toBeLessThanOrEqual(20);
});
