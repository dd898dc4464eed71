import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barPlace } from '../../../../../../renderer/features/reader/selecting/bar-place';

const view = { left: 200, right: 900, top: 50, bottom: 700 };
const size = { width: 400, height: 36 };
const line = (top: number, left = 300, right = 800) => ({ left, right, top, bottom: top + 22 });

const anyFacts = fc
  .record({
    from: fc.integer({ min: -600, max: 900 }),
    lines: fc.integer({ min: 1, max: 50 }),
    left: fc.integer({ min: 210, max: 600 }),
    moving: fc.constantFrom('start' as const, 'end' as const),
    byKeys: fc.boolean(),
  })
  .map(({ from, lines, left, ...rest }) => ({
    first: line(from, left, 800),
    last: line(from + (lines - 1) * 29, 300, left + 60),
    view,
    ...size,
    ...rest,
  }));

describe('the bar of a selection', () => {
  it('is in view whenever the selection is, and never on the line where the selection ends that was moved', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const place = barPlace(facts);
        const isInView = facts.last.bottom >= view.top && facts.first.top <= view.bottom;
        expect(place !== null).toBe(isInView);
        if (!place) return;
        expect(place.top).toBeGreaterThanOrEqual(view.top);
        expect(place.top + size.height).toBeLessThanOrEqual(view.bottom);
        expect(place.left).toBeGreaterThanOrEqual(view.left);
        expect(place.left + size.width).toBeLessThanOrEqual(view.right);
        const ends = facts.moving === 'end' ? facts.last : facts.first;
        const isSeen = ends.top >= view.top + 60 && ends.bottom <= view.bottom - 60;
        if (isSeen) expect(place.top + size.height <= ends.top || place.top >= ends.bottom).toBe(true);
      }),
    );
  });

  it('covers none of the selected lines where there is room above or below', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { first, last } = facts;
        const hasRoom = first.top - 44 >= view.top || last.bottom + 44 <= view.bottom;
        const place = barPlace(facts);
        if (!hasRoom || !place) return;
        expect(place.top + size.height <= first.top || place.top >= last.bottom).toBe(true);
      }),
    );
  });

  it('stands at the pointer after a drag, and on the other side while keys go on selecting', () => {
    const facts = { first: line(300), last: line(358), view, ...size, moving: 'end' as const };
    expect(barPlace({ ...facts, byKeys: false })?.top).toBe(388);
    expect(barPlace({ ...facts, byKeys: true })?.top).toBe(256);
    expect(barPlace({ ...facts, moving: 'start', byKeys: true })?.top).toBe(388);
  });
});
