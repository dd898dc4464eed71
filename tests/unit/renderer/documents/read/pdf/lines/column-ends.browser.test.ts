import { expect, test } from 'vitest';
import { blocksOf, column, content } from '../reading.ts';

const first = [
  'The council met in the old hall on the',
  'first day of March, and the engineer of',
  'the harbour told it that the wall would',
  'not stand another winter. The mayor',
  'asked whether that was in the report of',
];

test('a text that ends with one line in the next column is read in order', async () => {
  const lines = [...column(50, first), ...column(300, ['the year, and got no answer.'])];
  expect(await blocksOf([content(lines)])).toEqual([[...first, 'the year, and got no answer.'].join(' ')]);
});

test('a box beside the text is read after it, below a title that ends between them', async () => {
  const box = ['The wall was built in 1986', 'and repaired four times', 'at a cost nobody knows.'];
  const lines: [number, number, string, number?][] = [
    [50, 730, 'The wall of the harbour', 19],
    ...box.map((text, at): [number, number, string] => [262, 698 - 11 * at, text]),
    ...column(50, first),
  ];
  expect(await blocksOf([content(lines)])).toEqual([
    'The wall of the harbour',
    first.join(' '),
    box.join(' '),
  ]);
});

test('a running head of a single page is known by its page number', async () => {
  const pages = [first, [...first.slice(1), 'the year.']].map((texts) => column(50, texts));
  const [one = [], two = []] = pages;
  const blocks = await blocksOf([
    content(one),
    content([[50, 770, 'Harbour Review -2- Spring 2024'], ...two]),
  ]);
  expect(blocks.join(' ')).not.toContain('Harbour Review');
});
