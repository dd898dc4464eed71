import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  columnShares,
  tableSettings,
} from '../../../../../../renderer/features/reader/galley/tables';
import { draftOf } from '../../../../shared/drafts-of-text';

describe('a table in the article', () => {
  it('is cut into cells that together are its row, each a cell’s text and the tab after it', () => {
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
          const cut = cellsOf(text, row);
          expect(cut.map(({ start, end }) => text.slice(start, end)).join('')).toBe(cells.join('\t'));
          for (const { start, end } of cut.slice(0, -1)) expect(text.slice(start, end)).toMatch(/^[^\t]*\t$/);
        },
      ),
    );
  });

  it('has a share for each column, larger for longer cells, and none that takes all', () => {
    expect(
      columnShares([
        [3, 40],
        [5, 12, 400],
      ]),
    ).toEqual([2.2, 6.3, 7.7]);
  });

  it('sets all its rows alike, in one direction', () => {
    const draft = draftOf('Numbers\n\nX\n\nY\n\nText\n\nZ', 'he');
    const blocks = draft.blocks.map((block, index) =>
      [1, 2, 4].includes(index) ? { ...block, kind: 'tableRow' as const } : block,
    );
    const settings = tableSettings({ ...draft, blocks }, 'he');
    const [, first, second, , third] = blocks.map(({ id }) => settings.get(id));
    expect(first).toBe(second);
    expect(third).not.toBe(first);
    expect(first?.direction).toBe('ltr');
    expect(settings.size).toBe(3);
  });
});
