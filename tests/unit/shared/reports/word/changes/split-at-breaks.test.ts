import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAtBreaks } from '../../../../../../shared/reports/word/changes/split-at-breaks';
import type { TextChange } from '../../../../../../shared/reports/word/changes/trim-correction';

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
