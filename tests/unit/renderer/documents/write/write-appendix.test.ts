import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseColumnWidths, stackRows } from '#renderer/documents/write/write-appendix.ts';
import type { PlanLine } from '#shared/reports/word/word-plan.ts';

const line = (text: string): PlanLine => (text === '' ? [] : [{ text, isBold: false, href: null }]);

test('cells stand one below the other with their headings, and empty ones are left out', () => {
  const rows = [
    ['Claim', 'Words', 'Verdict', 'Note'],
    ['1', 'It was moved.', 'Disputed', ''],
    ['2', 'It stayed.', 'Verified', 'Seen.'],
  ];
  const stacked = stackRows(rows.map((row) => row.map(line)));
  const texts = stacked.map((row) =>
    row.map((lines) => lines.map((runs) => runs.map(({ text }) => text).join(''))),
  );
  expect(texts).toEqual([
    [['Claim'], ['Words']],
    [['1'], ['It was moved.', 'Verdict: Disputed']],
    [['2'], ['It stayed.', 'Verdict: Verified', 'Note: Seen.']],
  ]);
  const [, , [, [, verdict] = []] = []] = stacked;
  expect(verdict?.map(({ isBold }) => isBold)).toEqual([true, true, false]);
});

describe('Column widths', () => {
  const line = (text: string): PlanLine => [{ text, isBold: false, href: null }];
  const headings = ['Claim', 'Words', 'Verdict', 'Evidence'];
  const claim = [
    '128',
    'The government’s telecommunications infrastructure cost 973 billion dollars in 2018.',
    'Can’t verify\nChange to “intercontinental”.\nThe author’s interpretation of https://www.cbo.gov/publication/53651.',
    'Supports: “Congressional Budget Office” [1], p. 4',
  ];
  const choose = (rows: readonly (readonly string[])[], total: number) =>
    chooseColumnWidths(
      rows.map((row) => row.map(line)),
      total,
    );

  test.each([
    ['A4', 9_026],
    ['Letter', 9_360],
  ])('no word of up to 20 letters is broken on %s', (_, total) => {
    const widths = choose([headings, claim], total) ?? [];
    expect(widths).toHaveLength(headings.length);
    // Bold letters of 9 points, and the margins of the cell.
    const words = ['Claim', 'telecommunications', 'intercontinental', 'Congressional'];
    for (const [index, { length }] of words.entries())
      expect(widths[index]).toBeGreaterThanOrEqual(length * 115 + 160);
  });

  test('columns with more text are wider', () => {
    const widths =
      choose(
        [
          ['#', 'Claim', 'Verdict'],
          ['1', claim[1] ?? '', 'Disputed'],
        ],
        9_000,
      ) ?? [];
    expect(widths[1]).toBeGreaterThan(4_000);
    expect(widths[2]).toBeGreaterThan(1_000);
  });

  test('columns fill the width, or there are none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2_000, max: 20_000 }),
        (rows, total) => {
          const widths = choose(rows, total);
          if (widths === null) return;
          const sum = widths.reduce((added, width) => added + width, 0);
          expect(sum).toBeLessThanOrEqual(total);
          expect(sum).toBeGreaterThan(total - 10);
        },
      ),
    );
  });

  test('a text that is too narrow has none', () => {
    expect(choose([headings, claim], 6_000)).toBeNull();
    expect(choose([Array.from({ length: 12 }, () => 'unbreakable-word')], 9_000)).toBeNull();
    expect(
      choose(
        [
          ['Claim', 'Words'],
          ['1', 'It was moved.'],
        ],
        4_000,
      ),
    ).not.toBeNull();
  });
});
