import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  diffWords,
  splitAtBreaks,
  type TextChange,
  trimCorrection,
} from '#shared/reports/word/diff-words.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';

function apply(text: string, changes: ReturnType<typeof diffWords>): string {
  return changes
    .toReversed()
    .reduce((all, change) => all.slice(0, change.start) + change.text + all.slice(change.end), text);
}

test('words that differ are changes of their own, with nothing but spaces between them one', () => {
  expect(
    diffWords('The quay cost 12 million and opened in May.', 'The pier cost 9 billion and opened in June.'),
  ).toEqual([
    { start: 4, end: 8, text: 'pier' },
    { start: 14, end: 24, text: '9 billion' },
    { start: 39, end: 42, text: 'June' },
  ]);
});

test('the changes make exactly the other text, in order and without overlaps', () => {
  const words = fc
    .array(fc.constantFrom('the', 'quay', '12', ' ', ', ', '\n', '東京'), { maxLength: 30 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(fc.oneof(words, hostileText), fc.oneof(words, hostileText), (before, after) => {
      const changes = diffWords(before, after);
      expect(apply(before, changes)).toBe(after);
      for (const [index, { start, end }] of changes.entries()) {
        expect(start).toBeLessThanOrEqual(end);
        expect(start).toBeGreaterThanOrEqual(changes[index - 1]?.end ?? 0);
      }
    }),
  );
});

test('texts without a word in common and thousands of words long are one change', () => {
  const before = 'one two '.repeat(2_000);
  const after = 'three four '.repeat(2_000);
  expect(apply(before, diffWords(before, after))).toBe(after);
});

test.each([
  ['a third more than planned', 'a fifth more than planned', 2, 'third', 'fifth'],
  ['38,000 passengers', '38,500 passengers', 0, '38,000', '38,500'],
  ['it opened', 'it never opened', 3, '', 'never '],
  ['it never opened', 'it opened', 3, 'never ', ''],
  ['closed in 1974', 'closed in 1975, they say', 10, '1974', '1975, they say'],
  ['東京は大きい', '大阪は大きい', 0, '東京', '大阪'],
  ['\uac00\u11a8', '\uac00', 0, '\uac00\u11a8', '\uac00'],
])('%j becomes %j by its words', (words, correction, start, removed, text) => {
  const trimmed = trimCorrection(words, correction);
  expect(trimmed).toEqual({ start, end: start + removed.length, text });
  expect(words.slice(start, start + removed.length)).toBe(removed);
});

test('a correction that changes nothing is none', () => {
  expect(trimCorrection('the same', 'the same')).toBeNull();
});

const words = fc
  .array(fc.constantFrom('the', 'quay', '12', 'né', '👩‍👩‍👧', ' ', ', ', '東京'), { maxLength: 12 })
  .map((list) => list.join(''));

test('a trimmed correction makes the same text, and splits no grapheme', () => {
  const text = fc.oneof(words, hostileText);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const trimmed = trimCorrection(before, after);
      if (!trimmed) {
        expect(after).toBe(before);
        return;
      }
      const { start, end, text: inserted } = trimmed;
      expect(before.slice(0, start) + inserted + before.slice(end)).toBe(after);
      for (const offset of [start, end]) expect(findGraphemeStart(before, offset)).toBe(offset);
    }),
  );
});

describe('Split at breaks', () => {
  const split = (before: string, after: string) =>
    splitAtBreaks(before, { start: 0, end: before.length, text: after }).map(({ start, end, text }) => [
      before.slice(start, end),
      text,
    ]);

  test.each([
    [
      'paragraphs that stay',
      'The quay cost 12.\n\nIt opened late',
      'The quay cost 9.\n\nIt opened early',
      [
        ['12', '9'],
        ['late', 'early'],
      ],
    ],
    ['lines that stay', 'one\ntwo\nthree', 'one\n2\nthree', [['two', '2']]],
    [
      'cells that stay',
      '2024\t12',
      '2025\t13',
      [
        ['2024', '2025'],
        ['12', '13'],
      ],
    ],
    ['a blank line with a space in it', 'one\n\ntwo', '1\n \ntwo', [['one', '1']]],
    [
      'paragraphs that are joined',
      'cost 12.\n\nIt opened',
      'cost 9, and opened',
      [['cost 12.\n\nIt opened', 'cost 9, and opened']],
    ],
    ['cells that are joined', '12\t13', '25', [['12\t13', '25']]],
    ['a single line', 'one two', 'three', [['one two', 'three']]],
  ])('%s', (_what, before, after, expected) => {
    expect(split(before, after)).toEqual(expected);
  });

  test('a blank line is taken as a whole', () => {
    const text = 'one.\n\ntwo';
    expect(splitAtBreaks(text, { start: 4, end: 5, text: '' })).toEqual([{ start: 4, end: 6, text: '\n' }]);
    expect(splitAtBreaks(text, { start: 5, end: 9, text: 'x' })).toEqual([{ start: 4, end: 9, text: '\nx' }]);
  });

  const apply = (text: string, changes: readonly TextChange[]) =>
    changes.reduceRight(
      (all, { start, end, text: words }) => all.slice(0, start) + words + all.slice(end),
      text,
    );

  const anyText = fc
    .array(fc.constantFrom('one', ' ', 'two', '\n', '\n\n', '\t', '.'), { maxLength: 12 })
    .map((list) => list.join(''));

  test('the changes are in order and give the same text, apart from spaces in blank lines', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(20), fc.nat(20), (text, words, from, length) => {
        const start = Math.min(from, text.length);
        const change = { start, end: Math.min(text.length, start + length), text: words };
        const changes = splitAtBreaks(text, change);
        for (const [index, one] of changes.entries())
          expect(one.start).toBeGreaterThanOrEqual(changes[index - 1]?.end ?? 0);
        const tidy = (result: string) => result.replace(/\n\s*\n/g, '\n\n');
        expect(tidy(apply(text, changes))).toBe(tidy(apply(text, [change])));
      }),
    );
  });
});
