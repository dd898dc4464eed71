import { expect, test } from 'vitest';
import { compareDrafts } from '../../../../../shared/drafts/compare/diff-hunks';
import { createDiffRows } from '../../../../../shared/drafts/compare/diff-rows';
import { joinBlocks } from '../../../../../shared/import/imported-blocks';

const createDraft = (...paragraphs: string[]) => ({
  ...joinBlocks(paragraphs.map((text) => ({ kind: 'paragraph', level: null, text, marks: [] }) as const)),
  language: 'en',
});

const first = createDraft(
  'The bridge over the Sound',
  'The bridge will not close in winter, the port said. It was built in 1986.',
  'The ferry was given up in May. Nobody was asked about it.',
  'A study of the port counted 340 ships a day. The mayor opened the new quay on Monday.',
);
const second = createDraft(
  'The bridge over the Sound',
  'A study of the port counted 340 ships a day. The mayor opened the new quay on Sunday.',
  'The bridge will close in winter, the port said. It was built in 1986.',
  'The ferry was given up in May. Its crew went to the islands.',
);

test('blocks that share words are side by side, and moved or new blocks are alone in their row', () => {
  const rows = createDiffRows(first.blocks, second.blocks, compareDrafts(first, second));
  const getStart = ({ text }: { text: string }, block: { start: number; end: number } | null) =>
    block && text.slice(block.start, block.start + 10);
  expect(rows.map(({ before, after }) => [getStart(first, before), getStart(second, after)])).toEqual([
    ['The bridge', 'The bridge'],
    [null, 'A study of'],
    ['The bridge', 'The bridge'],
    ['The ferry ', 'The ferry '],
    ['A study of', null],
  ]);
});
