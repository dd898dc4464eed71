import type { Span } from '../../text/span';

/**
 * A lane for each span, counted from 0, so that spans that share a character never share a lane, and each keeps its lane
 * over its whole length: the lowest that is free where it begins. The spans must be in reading order.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  return spans.map(({ start, end }) => {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}
