import { expect, test } from 'vitest';
import { blocksOf, content } from './reading.ts';

type TextLine = [x: number, y: number, text: string];

test('the wrapped lines of a label belong to its row', async () => {
  const lines: TextLine[] = [
    [50, 700, 'Passengers'],
    [200, 700, '38'],
    [260, 700, '41'],
    [50, 688, 'of the ferry'],
    [50, 676, 'in millions'],
    [50, 664, 'Crew'],
    [200, 664, '12'],
    [260, 664, '14'],
    [50, 652, 'Ships that sail'],
    [200, 652, '3'],
    [260, 652, '2'],
    [50, 640, 'every day'],
    [50, 610, 'Nobody has seen the new ship, which was ordered in the spring.'],
  ];
  expect(await blocksOf([content(lines)])).toEqual([
    'Passengers of the ferry in millions\t38\t41',
    'Crew\t12\t14',
    'Ships that sail every day\t3\t2',
    'Nobody has seen the new ship, which was ordered in the spring.',
  ]);
});

test('a label that nearly touches the next cell is a cell of its own', async () => {
  const rows = ['Crew', 'Ships', 'Passengers of the ferry now', 'Islands'];
  const lines = rows.flatMap((label, at): TextLine[] => [
    [50, 700 - 12 * at, label],
    [184, 700 - 12 * at, `${at + 11}`],
    [260, 700 - 12 * at, `${at + 21}`],
  ]);
  expect(await blocksOf([content(lines)])).toEqual(
    rows.map((label, at) => `${label}\t${at + 11}\t${at + 21}`),
  );
});

test('cells that are wrapped beside each other, a hyphen among them, and a tight header become rows', async () => {
  const row = (y: number, cells: string[]): TextLine[] =>
    cells.flatMap((cell, at): TextLine[] => (cell === '' ? [] : [[[50, 84, 144, 220][at] ?? 0, y, cell]]));
  const lines = [
    ...row(700, ['Year', 'Purpose', 'Amount', 'Receipts']),
    ...row(688, ['2009', 'Gate', '2.6 million', 'one of']),
    ...row(676, ['', '', '', 'three']),
    ...row(664, ['2014', 'Transpor-', '1.7 million', 'all']),
    ...row(652, ['', 'tation', '', '']),
    ...row(640, ['2019', 'Pumps for', '4.0 million', 'two of']),
    ...row(628, ['', 'the Eider', '', 'nine']),
  ];
  expect(await blocksOf([content(lines)])).toEqual([
    'Year\tPurpose\tAmount\tReceipts',
    '2009\tGate\t2.6 million\tone of three',
    '2014\tTransportation\t1.7 million\tall',
    '2019\tPumps for the Eider\t4.0 million\ttwo of nine',
  ]);
});

test('a hyphen that a justified line has moved from its word is dropped, and a dash stays', async () => {
  const lines: TextLine[] = [
    [50, 700, 'The ministry stamped the letter on the ninth of Feb -'],
    [50, 688, 'ruary in the year in which the ferry was built again.'],
  ];
  expect(await blocksOf([content(lines)])).toEqual([
    'The ministry stamped the letter on the ninth of February in the year in which the ferry was built again.',
  ]);
  const dash: TextLine[] = [
    [50, 676, 'It was old - but not too old - when it was replaced -'],
    [50, 664, 'by a ship that nobody had seen before that very day.'],
  ];
  expect((await blocksOf([content([...lines, ...dash])])).join(' ')).toContain('replaced - by a ship');
});

const askew = (text: string) => `BT /F 30 Tf 0.707 0.707 -0.707 0.707 150 300 Tm (${text}) Tj ET`;

test('text that is set askew is read after the rest of its page', async () => {
  const contents = [
    `${askew('Not for print')} ${content([[50, 700, 'The ferry is old and will be replaced.']])}`,
  ];
  expect(await blocksOf(contents)).toEqual(['The ferry is old and will be replaced.', 'Not for print']);
});

test('a watermark that several pages have is left out', async () => {
  const contents = ['The ferry is old.', 'Its crew is not.'].map(
    (text) => `${askew('Draft')} ${content([[50, 700, text]])}`,
  );
  expect(await blocksOf(contents)).toEqual(['The ferry is old.', 'Its crew is not.']);
});

/** The words of a text at the ends of lines of this width, as justified lines in Helvetica of 10 points. */
function justify(x: number, width: number, words: string[]): string {
  const measure = (word: string) => word.length * 5;
  const streams: string[] = [];
  let line: string[] = [];
  let y = 700;
  const flush = (isLast: boolean) => {
    const room = width - line.reduce((sum, word) => sum + measure(word), 0);
    const gap = isLast ? 3 : room / Math.max(line.length - 1, 1);
    let left = x;
    for (const word of line) {
      streams.push(`BT /W 10 Tf ${left} ${y} Td (${word}) Tj ET`);
      left += measure(word) + gap;
    }
    y -= 12;
    line = [];
  };
  for (const word of words) {
    if (line.length > 0 && [...line, word].reduce((sum, one) => sum + measure(one) + 3, -3) > width)
      flush(false);
    line.push(word);
  }
  flush(true);
  return streams.join('\n');
}

test('narrow justified columns are read one after the other, however wide the spaces between words are', async () => {
  const sentence =
    'the ferry that has carried the inhabitants of the islands over the Sound since nineteen hundred and something will be replaced by another one';
  const texts = ['First', 'Second', 'Third'].map((name) => `${name} ${sentence}, as ${sentence}.`);
  // All characters of this font are equally wide.
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] >>`;
  const contents = [texts.map((text, at) => justify(50 + 110 * at, 95, text.split(' '))).join('\n')];
  expect(await blocksOf(contents, { more: [font], moreFonts: '/W 11 0 R' })).toEqual(texts);
});
