import { expect, test } from 'vitest';
import { makePdf } from '../make-pdf.ts';
import { content, proposalOf } from './reading.ts';

type TextLine = Parameters<typeof content>[0][number];

/** A line of the text that ends in a raised label. */
const referring = (y: number, words: string, label: string) =>
  `BT /F 10 Tf 50 ${y} Td (${words}) Tj /F 6 Tf 4 Ts (${label}) Tj 0 Ts ET`;
const body = [
  referring(700, 'Nobody has seen the ferry that was ordered in the spring of the last year.', '1'),
  referring(688, 'Nobody has asked who pays for it, the council says in its second report.', '2'),
  content(
    Array.from(
      { length: 8 },
      (_none, at): TextLine => [
        50,
        676 - 12 * at,
        'The islands have waited for a ship ever since the old one sank in 1912,',
      ],
    ),
  ),
];

/** The kind and text of each block of a page with this small print at its foot. */
async function readNotes(...lines: string[]) {
  const smallPrint = lines.map((line, at): TextLine => [50, 100 - 10 * at, line, 8]);
  const { text, blocks } = await proposalOf(
    makePdf({ pages: [], contents: [[...body, content(smallPrint)].join('\n')] }),
  );
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`).slice(1);
}

test('a note begins at each label that is not raised', async () => {
  expect(
    await readNotes(
      '1Receipt no. 77 of the shed names a price; see the inventory of the council.',
      '2The own measurements, taken at 27 points between May and July, are at the',
      'harbour office.',
    ),
  ).toEqual([
    'note: [1] Receipt no. 77 of the shed names a price; see the inventory of the council.',
    'note: [2] The own measurements, taken at 27 points between May and July, are at the harbour office.',
  ]);
});

test('a number amid a sentence of a note, or out of turn, begins no note', async () => {
  expect(
    await readNotes(
      '1 The receipt of the shed names a price, and the inventory of the council has',
      '2 prices, both of them lower than that, and nobody knows why they are so low.',
      '1 of them is a mistake.',
      '2 Measured by the office.',
    ),
  ).toEqual([
    'note: [1] The receipt of the shed names a price, and the inventory of the council has 2 prices, both of them lower than that, and nobody knows why they are so low. 1 of them is a mistake.',
    'note: [2] Measured by the office.',
  ]);
});

test('a raised figure without a note is a raised character, behind a figure or a letter', async () => {
  const raise = (words: string) => `/F 6 Tf 4 Ts (${words}) Tj 0 Ts /F 10 Tf`;
  const line = `BT /F 10 Tf 50 700 Td (It moved 10) Tj ${raise('9')} ( tons, 2 x 10) Tj ${raise('-6')} ( of it in 5 m) Tj ${raise('2')} ( of hold.) Tj ET`;
  const { text } = await proposalOf(makePdf({ pages: [], contents: [line] }));
  expect(text).toBe('It moved 10⁹ tons, 2 x 10⁻⁶ of it in 5 m² of hold.');
});
