import { expect, test } from 'vitest';
import { findDataTables } from '#renderer/documents/read/word/build-blocks.ts';
import type { WordBlock } from '#renderer/documents/read/word/reading/inlines.ts';

test('a table of a million rows is looked at in time', () => {
  const table = document.createElement('table');
  const row: WordBlock = { kind: 'tableRow', level: null, cells: [[], []], table, label: '', notes: [] };
  expect(findDataTables(Array.from({ length: 1_000_000 }, () => row))).toEqual(new Set([table]));
});
