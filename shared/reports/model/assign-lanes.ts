import type { Span } from '../../text/span';

/**
 * Assigns a lane, counted from 0, to each span. Spans that share a character get different lanes, and a span keeps its lane
 * over its whole length. Each span takes the lowest lane that is free where it begins. The spans must be in reading order.
 */
export function assignLanes(spans: readonly Span[]): number[] {
  const laneEnds: number[] = [];
  return spans.map(({ start, end }) => {
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = end;
    return lane;
  });
}
