import { describe, expect, test } from 'vitest';
import { getRowKey, listRows } from '#renderer/window/features/import/block-rows.ts';
import type { EditedBlock } from '#shared/import/edits/edited-blocks.ts';

/** Blocks named by letters: those in capitals are in, the others were left out by the importer. */
function createBlocks(letters: string): { blocks: EditedBlock[]; leftOutIds: Set<string> } {
  const blocks = [...letters].map((id, index): EditedBlock => {
    const isLeftOut = id === id.toLowerCase();
    const span = { start: 3 * index, end: 3 * index + 1 };
    return { id, kind: 'paragraph', level: null, page: null, startsAtMs: null, spans: [span], isLeftOut };
  });
  return { blocks, leftOutIds: new Set(blocks.filter(({ isLeftOut }) => isLeftOut).map(({ id }) => id)) };
}

const describeRows = (letters: string, shown: readonly string[] = []) => {
  const { blocks, leftOutIds } = createBlocks(letters);
  return listRows(blocks, leftOutIds, new Set(shown)).map((row) => `${row.index} ${getRowKey(row)}`);
};

describe('the rows of the preview', () => {
  test('many blocks in a row that the importer left out are one row', () => {
    expect(describeRows('abcdAeB')).toEqual(['0 run a', '4 A', '5 e', '6 B']);
    expect(describeRows('Aabcd')).toEqual(['0 A', '1 run a']);
  });

  test('a few are shown one by one', () => {
    expect(describeRows('AabcB')).toEqual(['0 A', '1 a', '2 b', '3 c', '4 B']);
  });

  test('they are shown one by one when the reviewer asks for it', () => {
    expect(describeRows('abcdA', ['a', 'b', 'c', 'd'])).toEqual(['0 a', '1 b', '2 c', '3 d', '4 A']);
  });

  test('blocks that the reviewer leaves out stay rows of their own', () => {
    const { blocks } = createBlocks('abcdA');
    expect(listRows(blocks, new Set(), new Set())).toHaveLength(5);
  });
});
