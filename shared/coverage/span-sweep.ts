import { compareSpans, type Span } from '../text/span';

/** Asks how spans relate to others, in one pass over both. */
interface SpanSweep {
  /** Whether any of the spans has a character in common with the asked one. */
  touches(asked: Span): boolean;
  /** Whether one of the spans holds all of the asked one. */
  contains(asked: Span): boolean;
}

/**
 * Prepares spans in any order, in UTF-16 offsets, for questions about others. The questions must come in the order of their
 * starts, so that all answers together take time in proportion to the number of spans and questions.
 */
export function createSpanSweep(spans: readonly Span[]): SpanSweep {
  const sorted = sortSpans(spans);
  let next = 0;
  let furthestEnd = 0;
  const passUpTo = (offset: number) => {
    for (let span = sorted[next]; span && span.start <= offset; span = sorted[next]) {
      furthestEnd = Math.max(furthestEnd, span.end);
      next += 1;
    }
  };
  return {
    touches({ start, end }) {
      passUpTo(start);
      return furthestEnd > start || (sorted[next]?.start ?? end) < end;
    },
    contains({ start, end }) {
      passUpTo(start);
      return furthestEnd >= end;
    },
  };
}

/** The spans in reading order: the same list where it is in order, which claims are, as sorting thousands takes a while. */
export function sortSpans<S extends Span>(spans: readonly S[]): readonly S[] {
  const isSorted = spans.every((span, index) => {
    const before = spans[index - 1];
    return !before || compareSpans(before, span) <= 0;
  });
  return isSorted ? spans : [...spans].sort(compareSpans);
}

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
