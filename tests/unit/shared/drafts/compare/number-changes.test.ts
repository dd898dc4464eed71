import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDrafts } from '../../../../../shared/drafts/compare/diff-hunks';
import { createDiffRows } from '../../../../../shared/drafts/compare/diff-rows';
import { numberChanges } from '../../../../../shared/drafts/compare/number-changes';
import { joinBlocks } from '../../../../../shared/import/imported-blocks';

const createDraft = (paragraphs: readonly string[]) => ({
  ...joinBlocks(paragraphs.map((text) => ({ kind: 'paragraph', level: null, text, marks: [] }) as const)),
  language: 'en',
});

function compare(before: readonly string[], after: readonly string[]) {
  const [old, now] = [createDraft(before), createDraft(after)];
  const rows = createDiffRows(old.blocks, now.blocks, compareDrafts(old, now));
  return { rows, changes: numberChanges(rows), old, now };
}

test('adjacent words that differ are one change, and words apart from them another', () => {
  const { changes, rows } = compare(
    ['The bridge will not close in winter, the port said.', 'It was built in 1986 by the town.'],
    ['The bridge will close in summer, the port said.', 'It was built in 1986 by the state.'],
  );
  expect(changes.count).toBe(3);
  expect(changes.byRow.map((numbers) => [...new Set(numbers.values())])).toEqual([[0, 1], [2]]);
  expect(rows).toHaveLength(2);
});

test('drafts with the same text have no change', () => {
  const text = ['The bridge will not close in winter.', 'It was built in 1986.'];
  expect(compare(text, text).changes.count).toBe(0);
});

const paragraph = fc
  .array(fc.constantFrom('ferry', 'port', 'closed', 'in', 'May', '12', 'people', 'said'), {
    minLength: 3,
    maxLength: 30,
  })
  .map((words) => words.join(' '));

test('every hunk that differs belongs to a change, no other does, and the numbers have no gap', () => {
  const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const { rows, changes } = compare(before, after);
      const seen: number[] = [];
      for (const [index, { hunks }] of rows.entries())
        for (const hunk of hunks) {
          const number = changes.byRow[index]?.get(hunk);
          expect(number === undefined).toBe(hunk.kind === 'same');
          if (number !== undefined) seen.push(number);
        }
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(new Set(seen).size).toBe(changes.count);
    }),
    { numRuns: 200 },
  );
});
