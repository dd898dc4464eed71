import { expect, test } from 'vitest';
import { stackRows } from '../../../../renderer/word-report/create-appendix';
import type { PlanLine } from '../../../../shared/reports/word/word-plan';

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
