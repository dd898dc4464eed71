import { expect, test } from 'vitest';
import { readPlainText } from '#shared/import/text/plain-text.ts';

const formatBlocks = (...lines: string[]) =>
  readPlainText(lines.join('\n')).map(({ kind, text }) => `${kind}: ${text}`);

test('bullets are left out of items in a row, as other formats have them, and numbers stay', () => {
  expect(formatBlocks('Harbour', 'It needs:', '• a gate', '• two pumps', '1. Build it.', '2. Pay.')).toEqual([
    'heading: Harbour',
    'paragraph: It needs:',
    'listItem: a gate',
    'listItem: two pumps',
    'paragraph: 1. Build it.',
    'paragraph: 2. Pay.',
  ]);
});

test('dashes are bullets after a colon; in a dialogue, alone, and before a figure of its own they stay', () => {
  expect(formatBlocks('Harbour', 'It needs:', '- a gate', '- two pumps').slice(2)).toEqual([
    'listItem: a gate',
    'listItem: two pumps',
  ]);
  expect(formatBlocks('Harbour', 'She turned.', '- You paid?', '- Twice.').slice(2)).toEqual([
    'paragraph: - You paid?',
    'paragraph: - Twice.',
  ]);
  expect(formatBlocks('Harbour', 'It was cold:', '- Ada', 'Nobody came.', '* * *', '* * *').slice(2)).toEqual(
    ['paragraph: - Ada', 'paragraph: Nobody came.', 'paragraph: * * *', 'paragraph: * * *'],
  );
  expect(formatBlocks('Harbour', 'The night was:', '-4 degrees', '-5 degrees').slice(2)).toEqual([
    'paragraph: -4 degrees',
    'paragraph: -5 degrees',
  ]);
});

const wrapped = [
  'The ferry was sold in May, and nobody at the quay had known it until',
  'the morning on which it left for good, with the captain and all of her',
  'crew at the rail:',
].join('\n');

test('items and notes of a wrapped text are blocks of their own, each with its further lines', () => {
  const items = [
    '- the captain, who had been on board since the first of all the years',
    '  in which it sailed',
    '- her crew',
  ];
  const notes = [
    '[1] The ledger of the harbour, which has been kept since 1894, at page',
    'twelve, and also the map.',
    '[2] The archive.',
    '1986. A year to remember.',
  ];
  expect(
    formatBlocks('Ferry sold', '', wrapped, '', wrapped, '', wrapped, '', ...items, '', ...notes).slice(4),
  ).toEqual([
    `listItem: ${items[0]?.slice(2)}\n${items[1]}`,
    'listItem: her crew',
    `paragraph: ${notes[0]}\n${notes[1]}`,
    `paragraph: ${notes[2]}\n${notes[3]}`,
  ]);
});
