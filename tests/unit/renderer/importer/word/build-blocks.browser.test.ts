import { expect, test } from 'vitest';
import { findDataTables } from '../../../../../renderer/importer/word/build-blocks';
import type { WordBlock } from '../../../../../renderer/importer/word/reading/inlines';

test('a table of 100,000 rows takes no more time for each row than a short one', () => {
  const table = document.createElement('table');
  const row: WordBlock = { kind: 'tableRow', level: null, cells: [[], []], table, label: '', notes: [] };
  const start = performance.now();
  expect(findDataTables(Array.from({ length: 100_000 }, () => row))).toEqual(new Set([table]));
  expect(performance.now() - start).toBeLessThan(1_000);
});
