import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTableLayouts,
  getColumnShares,
  splitCells,
} from '#renderer/window/features/article-view/table-layout.ts';
import { importDraft } from '#tests/unit/shared/drafts-of-text.ts';

describe('a table in the article', () => {
  it('is split into cells that together are the row, each with the tab after it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '1', ' '), maxLength: 5 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (cells) => {
          const text = `before\n\n${cells.join('\t')}`;
          const row = { start: 8, end: text.length };
          fc.pre(row.end > row.start);
          const spans = splitCells(text, row);
          expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(cells.join('\t'));
          for (const { start, end } of spans.slice(0, -1))
            expect(text.slice(start, end)).toMatch(/^[^\t]*\t$/);
        },
      ),
    );
  });

  it('has a share for each column, larger for longer cells, but none that takes all the width', () => {
    expect(
      getColumnShares([
        [3, 40],
        [5, 12, 400],
      ]),
    ).toEqual([2.2, 6.3, 7.7]);
  });

  it('has one layout for all its rows, in one direction', () => {
    const draft = importDraft('Numbers\n\nX\n\nY\n\nText\n\nZ', 'he');
    const blocks = draft.blocks.map((block, index) =>
      [1, 2, 4].includes(index) ? { ...block, kind: 'tableRow' as const } : block,
    );
    const layouts = createTableLayouts({ ...draft, blocks }, 'he');
    const [, first, second, , third] = blocks.map(({ id }) => layouts.get(id));
    expect(first).toBe(second);
    expect(third).not.toBe(first);
    expect(first?.direction).toBe('ltr');
    expect(layouts.size).toBe(3);
  });
});
