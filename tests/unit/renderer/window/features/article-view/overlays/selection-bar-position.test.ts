import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getSelectionBarPosition } from '#renderer/window/features/article-view/overlays/selection-bar-position.ts';

const view = { left: 200, right: 900, top: 50, bottom: 700 };
const size = { width: 400, height: 36 };
const line = (top: number, left = 300, right = 800) => ({ left, right, top, bottom: top + 22 });

const anyGeometry = fc
  .record({
    from: fc.integer({ min: -600, max: 900 }),
    lines: fc.integer({ min: 1, max: 50 }),
    left: fc.integer({ min: 210, max: 600 }),
    movedEnd: fc.constantFrom('start' as const, 'end' as const),
    isFromKeyboard: fc.boolean(),
  })
  .map(({ from, lines, left, ...rest }) => ({
    first: line(from, left, 800),
    last: line(from + (lines - 1) * 29, 300, left + 60),
    view,
    ...size,
    ...rest,
  }));

describe('the selection bar', () => {
  it('is in view whenever the selection is, and never on the line of the end that moved last', () => {
    fc.assert(
      fc.property(anyGeometry, (geometry) => {
        const position = getSelectionBarPosition(geometry);
        const isInView = geometry.last.bottom >= view.top && geometry.first.top <= view.bottom;
        expect(position !== null).toBe(isInView);
        if (!position) return;
        expect(position.top).toBeGreaterThanOrEqual(view.top);
        expect(position.top + size.height).toBeLessThanOrEqual(view.bottom);
        expect(position.left).toBeGreaterThanOrEqual(view.left);
        expect(position.left + size.width).toBeLessThanOrEqual(view.right);
        const movedLine = geometry.movedEnd === 'end' ? geometry.last : geometry.first;
        const isVisible = movedLine.top >= view.top + 60 && movedLine.bottom <= view.bottom - 60;
        if (isVisible)
          expect(position.top + size.height <= movedLine.top || position.top >= movedLine.bottom).toBe(true);
      }),
    );
  });

  it('covers no selected line if there is room above or below them', () => {
    fc.assert(
      fc.property(anyGeometry, (geometry) => {
        const { first, last } = geometry;
        const hasRoom = first.top - 44 >= view.top || last.bottom + 44 <= view.bottom;
        const position = getSelectionBarPosition(geometry);
        if (!hasRoom || !position) return;
        expect(position.top + size.height <= first.top || position.top >= last.bottom).toBe(true);
      }),
    );
  });

  it('is above the selection, or below the line after it: after a long drag, or when the start was moved by keyboard', () => {
    const geometry = { first: line(300), last: line(358), view, ...size, movedEnd: 'end' as const };
    const nextLine = line(387);
    expect(getSelectionBarPosition({ ...geometry, isFromKeyboard: false })?.top).toBe(256);
    expect(getSelectionBarPosition({ ...geometry, isFromKeyboard: true })?.top).toBe(256);
    const long = { ...geometry, first: line(200), isFromKeyboard: false };
    const moved = { ...geometry, movedEnd: 'start' as const, isFromKeyboard: true };
    for (const below of [long, moved])
      expect(getSelectionBarPosition(below)?.top).toBeGreaterThan(nextLine.bottom);
  });

  it('leaves the next line readable whenever there is room for that', () => {
    fc.assert(
      fc.property(anyGeometry, (geometry) => {
        const { first, last } = geometry;
        const hasRoom = first.top - 44 >= view.top || last.bottom + 33 + 36 <= view.bottom;
        const position = getSelectionBarPosition(geometry);
        if (!hasRoom || !position) return;
        const nextLine = { top: last.top + 29, bottom: last.bottom + 29 };
        expect(position.top + size.height <= nextLine.top || position.top >= nextLine.bottom).toBe(true);
      }),
    );
  });
});
