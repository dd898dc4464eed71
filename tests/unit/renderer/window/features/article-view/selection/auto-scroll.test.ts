import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getScrollStep } from '#renderer/window/features/article-view/selection/auto-scroll.ts';

const view = { top: 100, bottom: 700 };

describe('auto-scroll', () => {
  it('does not scroll for a pointer inside the view, and scrolls towards one outside, faster the farther it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 3_000 }), (y) => {
        const step = getScrollStep(view, y);
        if (y >= view.top && y <= view.bottom) expect(step).toBe(0);
        else expect(Math.sign(step)).toBe(y < view.top ? -1 : 1);
        expect(Math.abs(getScrollStep(view, y > view.bottom ? y + 50 : y - 50))).toBeGreaterThanOrEqual(
          Math.abs(step),
        );
      }),
    );
  });
});
