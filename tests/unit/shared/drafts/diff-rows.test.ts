import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDrafts } from '#main/worker/drafts/diff-hunks.ts';
import { createDiffRows, numberChanges } from '#shared/drafts/diff-rows.ts';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';

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

describe('Number changes', () => {
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
});
