import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestCommonSubsequence } from '#shared/text/sequences/longest-common-subsequence.ts';

const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });

function align(before: readonly string[], after: readonly string[]) {
  return longestCommonSubsequence(before.length, after.length, (i, j) => before[i] === after[j]);
}

/** The length of the longest common subsequence by trying everything. */
function longestLength(before: readonly string[], after: readonly string[]): number {
  const [first, ...rest] = before;
  if (first === undefined) return 0;
  const at = after.indexOf(first);
  const without = longestLength(rest, after);
  return at === -1 ? without : Math.max(without, 1 + longestLength(rest, after.slice(at + 1)));
}

test('the pairs are equal items in the order of both lists, and no more could be paired', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = align(before, after);
      for (const [index, [i, j]] of pairs.entries()) {
        expect(before[i]).toBe(after[j]);
        const [previousI, previousJ] = pairs[index - 1] ?? [-1, -1];
        expect(i > previousI && j > previousJ).toBe(true);
      }
      expect(pairs).toHaveLength(longestLength(before, after));
    }),
  );
});

test('of equally long sequences the one with neighbours in both lists is taken', () => {
  expect(align(['a', 'b'], ['a', 'x', 'a', 'b'])).toEqual([
    [0, 2],
    [1, 3],
  ]);
});
