import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  getF1,
  getOrderAgreement,
  getRecall,
  removeRunningLines,
  splitWords,
} from '#tests/bench/import/text-metrics.ts';

const fewWords = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

/** The length of the longest common subsequence by its definition, which is slow. */
function measureLongestCommonSubsequence([a, ...as]: string[], b: string[]): number {
  if (a === undefined) return 0;
  const index = b.indexOf(a);
  const without = measureLongestCommonSubsequence(as, b);
  return index === -1
    ? without
    : Math.max(without, 1 + measureLongestCommonSubsequence(as, b.slice(index + 1)));
}

test('words are split in lower case, without punctuation and without hyphens inside words or at line ends', () => {
  expect(splitWords('The well-known\nferry, trans-\nported in­\ncluding “1986”')).toEqual([
    'the',
    'wellknown',
    'ferry',
    'transported',
    'including',
    '1986',
  ]);
});

describe('getRecall and getF1', () => {
  test('recall and F1 count each word as often as it occurs', () => {
    expect(getRecall(['a', 'a', 'b', 'c'], ['a', 'b', 'b'])).toBe(0.5);
    expect(getF1(['a', 'a', 'b', 'c'], ['a', 'b'])).toBeCloseTo(2 / 3);
  });

  test('recall and F1 are 1 for the same words in any order', () => {
    fc.assert(
      fc.property(fewWords, (words) => {
        expect([getRecall(words, words.toReversed()), getF1(words, words.toReversed())]).toEqual([1, 1]);
      }),
    );
  });
});

test('order agreement is the share of words in the longest common subsequence', () => {
  fc.assert(
    fc.property(fewWords, fewWords, (a, b) => {
      expect(getOrderAgreement(a, b)).toBeCloseTo(
        a.length === 0 ? 1 : measureLongestCommonSubsequence(a, b) / a.length,
      );
    }),
  );
});

test('running heads, running feet and page numbers are removed from the text of a PDF', () => {
  const createPage = (number: number, lines: string[]) => ['The Ledger', ...lines, `${number}`].join('\n');
  const [first, second] = [
    ['The ferry carried', 'two million.'],
    ['It was built', 'in 1986.'],
  ];
  expect(removeRunningLines(`${createPage(1, first)}\n\f${createPage(2, second)}`)).toBe(
    [...first, ...second].join('\n'),
  );
});
