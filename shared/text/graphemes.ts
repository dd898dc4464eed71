import type { Span } from '../domain/span';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Extended grapheme clusters (UAX #29) are looked for in a window of this many UTF-16 units around a border. */
const reach = 64;

/**
 * The borders of the grapheme cluster (UAX #29) in which the offset lies: both equal to the offset when it is a border
 * already. Offsets are UTF-16 units into `text`. A paragraph's end always is a border, so a window is enough: it starts
 * at the line break before, or `reach` units back at a place that cannot be inside a surrogate pair.
 */
function clusterAround(text: string, offset: number): Span {
  if (offset <= 0 || offset >= text.length) return { start: offset, end: offset };
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  for (let size = reach; ; size *= 4) {
    const start = Math.max(lineStart, offset - size);
    const window = text.slice(start, Math.min(text.length, offset + size));
    const cluster = segmenter.segment(window).containing(offset - start);
    if (!cluster) return { start: offset, end: offset };
    const from = start + cluster.index;
    const to = from + cluster.segment.length;
    const cutOff = (from === start && start > lineStart) || (to === offset + size && to < text.length);
    if (cutOff && size < text.length) continue;
    return from === offset ? { start: offset, end: offset } : { start: from, end: to };
  }
}

/** The nearest border of a grapheme cluster at or before the offset. */
export function graphemeStart(text: string, offset: number): number {
  return clusterAround(text, offset).start;
}

/** The nearest border of a grapheme cluster at or after the offset. */
export function graphemeEnd(text: string, offset: number): number {
  return clusterAround(text, offset).end;
}
