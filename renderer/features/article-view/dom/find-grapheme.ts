import { findGraphemeEnd, findGraphemeStart } from '../../../../shared/text/segmenter/graphemes';
import { type Box, getDistanceOutside, isOnLine, type Point } from './nearest-point';
import { getSliceBoxes, type TextNodeBoxes, type TextSlice } from './text-slice';

/** How far around its estimated offset a line is looked for first, in UTF-16 code units: a few lines. */
const initialReach = 250;

/**
 * The slice of a text node with a line and a few lines around it. Its offset is estimated from the index of the line's box,
 * because searching a whole long text would take too long while the pointer moves.
 */
function findSliceAround({ node, boxes }: TextNodeBoxes, box: Box): TextSlice {
  const value = node.nodeValue ?? '';
  const estimate = Math.round((boxes.indexOf(box) / boxes.length) * value.length);
  const middle = (box.top + box.bottom) / 2;
  for (let reach = initialReach; ; reach *= 4) {
    const start = findGraphemeStart(value, Math.max(0, estimate - reach));
    const end = findGraphemeEnd(value, Math.min(value.length, estimate + reach));
    const [first] = getSliceBoxes({ node, start, end: Math.min(end, start + 1) });
    const last = getSliceBoxes({ node, start: Math.max(start, end - 1), end }).at(-1);
    const includesLineStart = start === 0 || (first && first.bottom < middle);
    const includesLineEnd = end === value.length || (last && last.top > middle);
    if (includesLineStart && includesLineEnd) return { node, start, end };
  }
}

/** Splits a slice between two graphemes, about in the middle; null for a single grapheme. */
function bisect({ node, start, end }: TextSlice): [TextSlice, TextSlice] | null {
  const value = node.nodeValue ?? '';
  const half = findGraphemeStart(value, (start + end) >> 1);
  const middle = half > start ? half : findGraphemeEnd(value, start + 1);
  if (middle >= end) return null;
  return [
    { node, start, end: middle },
    { node, start: middle, end },
  ];
}

function getDistance(slice: TextSlice, { x, y }: Point): number {
  let min = Number.POSITIVE_INFINITY;
  for (const { left, right, top, bottom } of getSliceBoxes(slice))
    min = Math.min(min, getDistanceOutside(top, bottom, y) + getDistanceOutside(left, right, x));
  return min;
}

/** Finds the grapheme at a point inside one of a text node's boxes. */
export function findGraphemeAt(text: TextNodeBoxes, box: Box, point: Point): TextSlice {
  let slice = findSliceAround(text, box);
  for (let halves = bisect(slice); halves; halves = bisect(slice)) {
    const [first, second] = halves;
    const distance = getDistance(first, point);
    slice = distance === 0 || distance <= getDistance(second, point) ? first : second;
  }
  return slice;
}

/** Finds the first or the last grapheme of a text node, in logical order, on the line of one of its boxes. */
export function findGraphemeAtLineEnd(text: TextNodeBoxes, box: Box, end: 'start' | 'end'): TextSlice {
  const middle = (box.top + box.bottom) / 2;
  const isOnThisLine = (slice: TextSlice) =>
    getSliceBoxes(slice).some((one) => one.right > one.left && isOnLine(one, middle));
  let slice = findSliceAround(text, box);
  for (let halves = bisect(slice); halves; halves = bisect(slice)) {
    const [preferred, other] = end === 'start' ? halves : [halves[1], halves[0]];
    slice = isOnThisLine(preferred) ? preferred : other;
  }
  return slice;
}
