import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, nearestPlace } from '../../../../../../renderer/features/reader/selecting/nearest-place';

const line = (top: number, left: number, right: number): Box => ({ top, bottom: top + 20, left, right });

const anyBox = fc
  .record({
    left: fc.integer({ min: 0, max: 600 }),
    top: fc.integer({ min: 0, max: 40 }),
    width: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ left, top, width }) => line(top * 29, left, left + width));

const anyPoint = fc.record({
  x: fc.integer({ min: -500, max: 1_500 }),
  y: fc.integer({ min: -500, max: 2_000 }),
});

const away = (box: Box, y: number) => Math.max(box.top - y, 0, y - box.bottom);

describe('the place of the text that a pointer means', () => {
  it('lies in the text, on no line farther away than the nearest', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 12 }), anyPoint, (boxes, point) => {
        const place = nearestPlace(boxes, point);
        if (!place) throw new Error('there is text');
        const holds = boxes.filter(
          ({ left, right, top, bottom }) =>
            place.x > left && place.x < right && place.y > top && place.y < bottom,
        );
        expect(holds.length).toBeGreaterThan(0);
        const least = Math.min(...boxes.map((box) => away(box, point.y)));
        expect(holds.some((box) => away(box, point.y) === least)).toBe(true);
      }),
    );
  });

  it('is the point itself where the point lies well inside the text', () => {
    expect(nearestPlace([line(0, 10, 90), line(29, 10, 90)], { x: 42, y: 35 })).toMatchObject({
      x: 42,
      y: 35,
    });
  });

  it('is the end of the line for a point beyond it, and the start for one on the margin', () => {
    const lines = [line(0, 100, 500), line(29, 100, 320), line(58, 100, 500)];
    expect(nearestPlace(lines, { x: 900, y: 40 })).toMatchObject({ x: 319.5, y: 40 });
    expect(nearestPlace(lines, { x: 20, y: 40 })).toMatchObject({ x: 100.5, y: 40 });
  });

  it('takes parts of one line together, though one of them is raised', () => {
    const raised = { left: 320, right: 330, top: 24, bottom: 40 };
    expect(nearestPlace([line(29, 100, 320), raised], { x: 900, y: 45 })?.x).toBe(329.5);
  });

  it('is nowhere where there is no text', () => {
    expect(nearestPlace([], { x: 1, y: 1 })).toBeNull();
  });
});
