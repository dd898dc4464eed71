/** A point of the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How far inside a box a point is put, so that it hits the box and not its neighbour. */
const inset = 0.5;

/** How far a place is outside of two borders; 0 between them. */
export function outside(low: number, high: number, at: number): number {
  return Math.max(low - at, 0, at - high);
}

/** Whether a box is on a line, given the height of the line's middle. Parts of one line may be raised a little. */
export function isOnLine({ top, bottom }: Box, middle: number): boolean {
  return middle >= top && middle <= bottom;
}

function within(low: number, high: number, at: number): number {
  const margin = Math.min(inset, (high - low) / 2);
  return Math.max(low + margin, Math.min(high - margin, at));
}

interface NearestPlace extends Point {
  /** The part of a line that holds the point. */
  box: Box;
  /** All parts of that line. */
  line: readonly Box[];
}

/**
 * The point of some text that a pointer means: on the line at its height, or else the nearest line above or below; on that
 * line where the pointer is, or else the nearer end. `boxes` are the parts of the text's lines, in any order. Null when
 * there is no text.
 */
export function nearestPlace(boxes: readonly Box[], { x, y }: Point): NearestPlace | null {
  let best: { box: Box; away: number; aside: number } | null = null;
  for (const box of boxes) {
    const away = outside(box.top, box.bottom, y);
    const aside = outside(box.left, box.right, x);
    if (!best || away < best.away || (away === best.away && aside < best.aside)) best = { box, away, aside };
  }
  if (!best) return null;
  // Parts of one line may be a little higher or lower than each other, as raised figures are.
  const middle = (best.box.top + best.box.bottom) / 2;
  const line = boxes.filter((box) => isOnLine(box, middle));
  for (const box of line) {
    const aside = outside(box.left, box.right, x);
    if (aside < best.aside) best = { box, away: best.away, aside };
  }
  const { box } = best;
  return { box, line, x: within(box.left, box.right, x), y: within(box.top, box.bottom, y) };
}
