import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMarginRows,
  marginGap,
  moreButtonWidth,
} from '#renderer/window/features/article-view/margin-rows.ts';

const anyItems = fc
  .array(
    fc.record({
      line: fc.nat(5),
      off: fc.integer({ min: -3, max: 3 }),
      width: fc.integer({ min: 24, max: 56 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((items) =>
    items
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, off, width }) => ({ middle: 20 + line * 29 + off, width })),
  );
const anyRoom = fc.integer({ min: 48, max: 90 });

describe('the numbers in the margin', () => {
  it('are each once, in order, beside their own line and no other', () => {
    fc.assert(
      fc.property(anyItems, anyRoom, (items, room) => {
        const rows = createMarginRows(items, room);
        expect(rows.flatMap(({ visible, hidden }) => [...visible, ...hidden])).toEqual(items);
        for (const { middle, visible, hidden } of rows)
          for (const item of [...visible, ...hidden]) expect(Math.abs(item.middle - middle)).toBeLessThan(9);
        rows.forEach(({ middle }, index) => {
          const next = rows[index + 1];
          // A number is 18 pixels high.
          if (next) expect(next.middle - middle).toBeGreaterThan(18);
        });
      }),
    );
  });

  it('are hidden only if there is no room for all, and never all of them', () => {
    fc.assert(
      fc.property(anyItems, anyRoom, (items, room) => {
        for (const { visible, hidden } of createMarginRows(items, room)) {
          const getWidth = (all: { width: number }[]) =>
            all.reduce((sum, item) => sum + item.width + marginGap, -marginGap);
          expect(visible.length).toBeGreaterThan(0);
          if (hidden.length > 0) expect(getWidth([...visible, ...hidden])).toBeGreaterThan(room);
          else expect(getWidth(visible) <= room || visible.length === 1).toBe(true);
          if (hidden.length > 0 && visible.length > 1)
            expect(getWidth(visible) + marginGap + moreButtonWidth).toBeLessThanOrEqual(room);
        }
      }),
    );
  });
});
