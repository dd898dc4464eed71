import { expect, test } from 'vitest';
import { blocksOf, column, content } from './reading.ts';

type TextLine = [x: number, y: number, text: string];

/** The lines of a cell below each other, as browsers and word processors write them: cell by cell. */
const cell = (x: number, y: number, lines: string[]) =>
  lines.map((text, at): TextLine => [x, y - 12 * at, text]);

test('cells that lie around the middle of their row are read one after the other', async () => {
  const lines = [
    ...cell(50, 700, ['Dredging and the new', 'outer wall of the ferry', 'terminal']),
    ...cell(200, 694, ['2.6', 'million']),
    ...cell(260, 688, ['one of three']),
    ...cell(50, 650, ['Sandbags']),
    ...cell(200, 656, ['0.9', 'million']),
    ...cell(260, 656, ['paid by the', 'council']),
  ];
  expect(await blocksOf([content(lines)])).toEqual([
    'Dredging and the new outer wall of the ferry terminal\t2.6 million\tone of three',
    'Sandbags\t0.9 million\tpaid by the council',
  ]);
});

test('a word that is hyphenated in such a cell is put together again', async () => {
  const lines = [
    ...cell(50, 700, ['Trans-', 'portation']),
    ...cell(150, 694, ['12']),
    ...cell(50, 660, ['Ships']),
    ...cell(150, 660, ['34']),
  ];
  expect(await blocksOf([content(lines)])).toEqual(['Transportation\t12', 'Ships\t34']);
});

test('the rest of a row that the next page begins belongs to the row', async () => {
  const first = [
    ...column(50, ['The table says what was paid', 'for the wall of the harbour.']),
    ...cell(50, 640, ['Crew']),
    ...cell(150, 640, ['11']),
    ...cell(50, 620, ['The wages of']),
    ...cell(150, 620, ['12']),
  ];
  const second = [
    ...cell(50, 700, ['all the others']),
    ...cell(50, 680, ['Ships']),
    ...cell(150, 680, ['13']),
    ...column(50, []),
  ];
  const blocks = await blocksOf([content(first), content(second)]);
  expect(blocks.slice(1)).toEqual(['Crew\t11', 'The wages of all the others\t12', 'Ships\t13']);
});

test('cells that touch are told apart by those of other rows', async () => {
  const rows = ['Crew', 'Passengers of the ferry', 'Ships'].flatMap((label, at): TextLine[] => [
    [50, 700 - 12 * at, label],
    [152.5, 700 - 12 * at, `${at + 11}`],
    [230, 700 - 12 * at, `${at + 21}`],
  ]);
  expect(await blocksOf([content(rows)])).toEqual([
    'Crew\t11\t21',
    'Passengers of the ferry\t12\t22',
    'Ships\t13\t23',
  ]);
});

test('a list with hanging numbers is no table, and the paragraph after it no part of its last item', async () => {
  const items = ['finish the gate of the harbour in five months;', 'raise the quay by forty centimetres.'];
  const lines = [
    ...items.flatMap((item, at): TextLine[] => [
      [50, 700 - 12 * at, `${at + 1}.`],
      [66, 700 - 12 * at, item],
    ]),
    ...cell(50, 676, [
      'None of this is new, because the plan for it is',
      'from the year in which the port was built.',
    ]),
  ];
  expect(await blocksOf([content(lines)])).toEqual([
    `1. ${items[0]}`,
    `2. ${items[1]}`,
    'None of this is new, because the plan for it is from the year in which the port was built.',
  ]);
});

test('a raised label at the start of a line belongs to the line', async () => {
  const lines: [number, number, string, number][] = [
    [50, 704, '1', 6],
    [59, 700, 'Institute of Hydrology, Sound', 10],
    [50, 680, 'The ferry is old.', 10],
  ];
  expect(await blocksOf([content(lines)])).toEqual(['1 Institute of Hydrology, Sound', 'The ferry is old.']);
});
