import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, findNearestPoint } from '#renderer/window/features/article-view/dom/nearest-point.ts';

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

const getDistance = (box: Box, y: number) => Math.max(box.top - y, 0, y - box.bottom);

describe('the nearest point', () => {
  it('is in the text, on the nearest line', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 12 }), anyPoint, (boxes, point) => {
        const nearest = findNearestPoint(boxes, point);
        if (!nearest) throw new Error('There is text.');
        const hits = boxes.filter(
          ({ left, right, top, bottom }) =>
            nearest.x > left && nearest.x < right && nearest.y > top && nearest.y < bottom,
        );
        expect(hits.length).toBeGreaterThan(0);
        const min = Math.min(...boxes.map((box) => getDistance(box, point.y)));
        expect(hits.some((box) => getDistance(box, point.y) === min)).toBe(true);
      }),
    );
  });

  it('is the point itself if that is well inside the text', () => {
    expect(findNearestPoint([line(0, 10, 90), line(29, 10, 90)], { x: 42, y: 35 })).toMatchObject({
      x: 42,
      y: 35,
    });
  });

  it('is the end of the line for a point beyond it, and the start of the line for a point on the margin', () => {
    const lines = [line(0, 100, 500), line(29, 100, 320), line(58, 100, 500)];
    expect(findNearestPoint(lines, { x: 900, y: 40 })).toMatchObject({ x: 319.5, y: 40 });
    expect(findNearestPoint(lines, { x: 20, y: 40 })).toMatchObject({ x: 100.5, y: 40 });
  });

  it('treats the parts of one line as one, even if one of them is raised', () => {
    const raised = { left: 320, right: 330, top: 24, bottom: 40 };
    expect(findNearestPoint([line(29, 100, 320), raised], { x: 900, y: 45 })?.x).toBe(329.5);
  });

  it('is null without text', () => {
    expect(findNearestPoint([], { x: 1, y: 1 })).toBeNull();
  });
});
