import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollStep } from '../../../../../../renderer/features/reader/selecting/scroll-steps';

const view = { top: 100, bottom: 700 };

describe('scrolling while words are selected', () => {
  it('stays still for a pointer inside, and goes towards one outside, faster the farther it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 3_000 }), (y) => {
        const step = scrollStep(view, y);
        if (y >= view.top && y <= view.bottom) expect(step).toBe(0);
        else expect(Math.sign(step)).toBe(y < view.top ? -1 : 1);
        expect(Math.abs(scrollStep(view, y > view.bottom ? y + 50 : y - 50))).toBeGreaterThanOrEqual(
          Math.abs(step),
        );
      }),
    );
  });
});
