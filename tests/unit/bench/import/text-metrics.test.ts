import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getF1, getOrderAgreement, getRecall, removeRunningLines, splitWords } from '../../../bench/import/text-metrics';

const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

/** By its definition, slowly. */
function longestCommon([a, ...as]: string[], b: string[]): number {
  if (a === undefined) return 0;
  const at = b.indexOf(a);
  const without = longestCommon(as, b);
  return at === -1 ? without : Math.max(without, 1 + longestCommon(as, b.slice(at + 1)));
}

test('words are letters and figures in lower case, hyphens in them or at a line’s end left out', () => {
  expect(splitWords('The well-known\nferry, trans-\nported in­\ncluding “1986”')).toEqual([
    'the',
    'wellknown',
    'ferry',
    'transported',
    'including',
    '1986',
  ]);
});

describe('recall and F1', () => {
  test('count each word as often as it is there', () => {
    expect(getRecall(['a', 'a', 'b', 'c'], ['a', 'b', 'b'])).toBe(0.5);
    expect(getF1(['a', 'a', 'b', 'c'], ['a', 'b'])).toBeCloseTo(2 / 3);
  });

  test('are whole for the same words in any order', () => {
    fc.assert(
      fc.property(few, (words) => {
        expect([getRecall(words, words.toReversed()), getF1(words, words.toReversed())]).toEqual([1, 1]);
      }),
    );
  });
});

test('agreement in order is the longest common subsequence', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(getOrderAgreement(a, b)).toBeCloseTo(a.length === 0 ? 1 : longestCommon(a, b) / a.length);
    }),
  );
});

test('heads, feet and page numbers are no running text', () => {
  const page = (number: number, lines: string[]) => ['The Ledger', ...lines, `${number}`].join('\n');
  const [first, second] = [
    ['The ferry carried', 'two million.'],
    ['It was built', 'in 1986.'],
  ];
  expect(removeRunningLines(`${page(1, first)}\n\f${page(2, second)}`)).toBe([...first, ...second].join('\n'));
});
