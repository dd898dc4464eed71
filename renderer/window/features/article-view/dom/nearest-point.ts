/** A point of the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How far inside a box a point is moved, so that it hits the box and not its neighbour. */
const inset = 0.5;

/** The distance of a coordinate from an interval; 0 inside the interval. */
export function getDistanceOutside(low: number, high: number, value: number): number {
  return Math.max(low - value, 0, value - high);
}

/** Whether a box is on the line with this vertical middle. Parts of one line, such as superscripts, differ a little in height. */
export function isOnLine({ top, bottom }: Box, middle: number): boolean {
  return middle >= top && middle <= bottom;
}

function clampInside(low: number, high: number, value: number): number {
  const margin = Math.min(inset, (high - low) / 2);
  return Math.max(low + margin, Math.min(high - margin, value));
}

interface NearestPoint extends Point {
  box: Box;
  line: readonly Box[];
}

/**
 * Finds the point of a text that a pointer means: on the line at the pointer's height, or else on the nearest line above or
 * below; in that line at the pointer, or else at the nearer end. `boxes` are the parts of the text's lines, in any order. Null
 * when there is no text.
 */
export function findNearestPoint(boxes: readonly Box[], { x, y }: Point): NearestPoint | null {
  let best: { box: Box; distanceY: number; distanceX: number } | null = null;
  for (const box of boxes) {
    const distanceY = getDistanceOutside(box.top, box.bottom, y);
    const distanceX = getDistanceOutside(box.left, box.right, x);
    if (!best || distanceY < best.distanceY || (distanceY === best.distanceY && distanceX < best.distanceX))
      best = { box, distanceY, distanceX };
  }
  if (!best) return null;
  const middle = (best.box.top + best.box.bottom) / 2;
  const line = boxes.filter((box) => isOnLine(box, middle));
  for (const box of line) {
    const distanceX = getDistanceOutside(box.left, box.right, x);
    if (distanceX < best.distanceX) best = { box, distanceY: best.distanceY, distanceX };
  }
  const { box } = best;
  return { box, line, x: clampInside(box.left, box.right, x), y: clampInside(box.top, box.bottom, y) };
}
