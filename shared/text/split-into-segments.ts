import type { Span } from './span.ts';

/** A part of a range over which the same items lie. Offsets are UTF-16 code units. */
export interface Segment<Item> extends Span {
  /** The items that lie over the whole segment, in the order in which they were passed. */
  covers: Item[];
}

/**
 * Splits a range wherever one of the items that lie over it starts or ends. The segments are in order, touch each other, and
 * cover the range exactly once, however the items overlap or nest. Parts of items outside the range are ignored.
 */
export function splitIntoSegments<Item extends { span: Span }>(
  range: Span,
  covers: readonly Item[],
): Segment<Item>[] {
  const inside = covers.filter(({ span }) => span.start < range.end && span.end > range.start);
  if (inside.length === 0) return [{ ...range, covers: [] }];
  const boundaries = new Set([range.start, range.end]);
  for (const { span } of inside) {
    if (span.start > range.start) boundaries.add(span.start);
    if (span.end < range.end) boundaries.add(span.end);
  }
  const sorted = [...boundaries].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? range.end;
    return { start, end, covers: inside.filter(({ span }) => span.start <= start && span.end >= end) };
  });
}
