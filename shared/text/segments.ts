import type { Span } from './span';

/** A stretch of text under one and the same set of covers. Offsets are UTF-16. */
export interface Segment<T> extends Span {
  /** What covers this stretch, in the order of `covers`. */
  covers: T[];
}

/**
 * Cuts a range at the borders of everything that lies over it: the segments are in order, touch each other, and cover
 * the range exactly once, however the covers overlap or nest. Parts of covers outside the range are ignored.
 */
export function segments<T extends { span: Span }>(range: Span, covers: readonly T[]): Segment<T>[] {
  const inside = covers.filter(({ span }) => span.start < range.end && span.end > range.start);
  if (inside.length === 0) return [{ ...range, covers: [] }];
  const borders = new Set([range.start, range.end]);
  for (const { span } of inside) {
    if (span.start > range.start) borders.add(span.start);
    if (span.end < range.end) borders.add(span.end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? range.end;
    return { start, end, covers: inside.filter(({ span }) => span.start <= start && span.end >= end) };
  });
}
