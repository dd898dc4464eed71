import type { CoverageCounts, SentenceState } from '../domain/review/progress.ts';
import { compareSpans, type Span } from '../text/span.ts';

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

/** How much of a draft was read. */
export interface Coverage<Spot> {
  /** The state of each sentence. */
  states: readonly SentenceState[];
  counts: CoverageCounts;
  /** The spotted spans that no claim touches and no dismissals hold whole, in order. */
  outstandingSpots: readonly Spot[];
}

/** All spans are UTF-16 offsets into the same text. */
interface ReadDraft<Spot> {
  text: string;
  /** In order, without outer white space: see `listSentences`. */
  sentences: readonly Span[];
  /** Ordered by where they start; empty while spotting is off. */
  spots: readonly Spot[];
  /** Those of the claims, in any order. */
  claims: readonly Span[];
  /** Those of the dismissals, in any order. */
  dismissals: readonly Span[];
}

/**
 * Finds out which sentences were read, in time proportional to all that is given, but for sorting. A sentence is
 *
 * - set aside when dismissals hold all of it, but for white space between two,
 * - looked at when a claim stands in it, judged or not, and it has no outstanding spotted span,
 * - partly looked at when a claim stands in it beside an outstanding spotted span,
 * - not looked at otherwise.
 */
export function assessCoverage<Spot extends { span: Span }>(draft: ReadDraft<Spot>): Coverage<Spot> {
  const { text, sentences, spots, claims, dismissals } = draft;
  const joined = joinSpans(text, dismissals);
  const outstandingSpots = selectOutstanding(spots, claims, joined);
  const claimed = createSpanSweep(claims);
  const dismissed = createSpanSweep(joined);
  const outstanding = createSpanSweep(outstandingSpots.map(({ span }) => span));
  const counts: CoverageCounts = {
    lookedAt: 0,
    partly: 0,
    setAside: 0,
    notLookedAt: 0,
    total: sentences.length,
  };
  const assess = (sentence: Span): SentenceState => {
    if (dismissed.contains(sentence)) return 'setAside';
    if (!claimed.touches(sentence)) return 'notLookedAt';
    return outstanding.touches(sentence) ? 'partly' : 'lookedAt';
  };
  const states = sentences.map((sentence) => {
    const state = assess(sentence);
    counts[state] += 1;
    return state;
  });
  return { states, counts, outstandingSpots };
}

function selectOutstanding<Spot extends { span: Span }>(
  spots: readonly Spot[],
  claims: readonly Span[],
  dismissals: readonly Span[],
): Spot[] {
  const claimed = createSpanSweep(claims);
  const dismissed = createSpanSweep(dismissals);
  return spots.filter(({ span }) => !claimed.touches(span) && !dismissed.contains(span));
}
