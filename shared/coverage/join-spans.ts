import type { Span } from '../text/span';
import { sortSpans } from './span-sweep';

/** The least number of spans that hold the same text as these, in order. Only white space may lie between two that are joined. */
export function joinSpans(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of sortSpans(spans)) {
    const last = joined.at(-1);
    if (last && (start <= last.end || isBlank(text, last.end, start))) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function isBlank(text: string, start: number, end: number): boolean {
  return !/\S/u.test(text.slice(start, end));
}
