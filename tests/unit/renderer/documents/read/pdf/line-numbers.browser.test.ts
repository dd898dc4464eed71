import { describe, expect, test } from 'vitest';
import { makePdf } from '../make-pdf.ts';
import { blocksOf, content, proposalOf, readPdf } from './reading.ts';

type PlacedText = [x: number, y: number, text: string, size?: number];

const words = [
  'The ferry of the town has carried more people in this year than in any other',
  'before it, says the ledger of the harbour, and the council wants to have one',
  'more ship on the line from May on, which is to cost less than the last did',
  'because its batteries are charged at night. Nobody on the mole believes that',
  'it will come in time: the yard has three more orders before it, and the money',
  'for them is there, while the town still looks for its own share of the price',
  'and has been told that no grant is to be had in this year or in the next one.',
  'So the old ship sails on, as it has done since the line was opened, with the',
  'same captain and nearly the same crew, who know each of their passengers well',
  'and tell them, if they ask, what they think about the council and about May.',
];
const y = (index: number) => 700 - 12 * index;
const lines = words.map((text, index): PlacedText => [100, y(index), text]);
const text = words.join(' ');

/** Numbers beside some of the lines. */
const numbers = (x: number, first: number, each: number): PlacedText[] =>
  words.flatMap((_, index): PlacedText[] =>
    (first + index) % each === 0 ? [[x, y(index), `${first + index}`, 8]] : [],
  );
const page = (...placed: PlacedText[][]) =>
  content(placed.flat().toSorted((a, b) => b[1] - a[1] || a[0] - b[0]));

describe('line numbers in the margin are left out', () => {
  test.each([
    ['of each line, at the left', 70, 1],
    ['of each line, at the right', 520, 1],
    ['of each third line', 70, 3],
  ])('%s', async (_, x, each) => {
    const contents = [page(lines, numbers(x, 1, each)), page(lines, numbers(x, 11, each))];
    expect(await blocksOf(contents)).toEqual([text, text]);
  });

  test('of a last page that has only two lines', async () => {
    const end = [...lines.slice(0, 2), ...numbers(70, 11, 1).slice(0, 2)];
    const contents = [page(lines, numbers(70, 1, 1)), page(end)];
    expect(await blocksOf(contents)).toEqual([text, words.slice(0, 2).join(' ')]);
  });

  test('and come once beside the draft, counted and quoted', async () => {
    const contents = [page(lines, numbers(70, 1, 1)), page(lines, numbers(70, 11, 1))];
    const make = () => makePdf({ pages: [], contents });
    expect((await proposalOf(make())).leftOut).toEqual([
      { before: 0, kind: 'paragraph', level: null, text: '1 2 3 4 5 6 7 8 9 10', marks: [] },
    ]);
    expect(await readPdf(make())).toMatchObject({
      notices: [{ kind: 'lineNumbersLeftOut', count: 20, name: '“1 2 3 4 5 6 7 8 9 10”' }],
    });
  });
});

describe('other numbers beside text stay', () => {
  test.each([
    [
      'of list items',
      words.map((one, index) => [100, y(index), `Item ${'abcdefghij'.charAt(index)} says: ${one}`]),
      1,
    ],
    [
      'of rows that are years',
      words.map((_, index) => [100, y(index), `people were carried in year ${'abcdefghij'.charAt(index)}`]),
      5,
    ],
  ] as [string, PlacedText[], number][])('%s', async (_, items, step) => {
    const labels = items.map((_item, index): PlacedText => [70, y(index), `${1950 + step * index}`, 8]);
    const found = (await blocksOf([page(items, labels)])).join(' ');
    for (const [, , label] of labels) expect(found).toContain(label);
  });

  test('and so do those of paragraphs', async () => {
    const labels: PlacedText[] = [0, 3, 5, 8, 9].map((index, place) => [70, y(index), `${place + 1}`]);
    expect((await blocksOf([page(lines, labels)])).join(' ')).toMatch(/\b4\b.*\b5\b/);
  });
});
