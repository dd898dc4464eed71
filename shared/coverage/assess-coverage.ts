import type { CoverageCounts } from '../domain/review/coverage-counts';
import type { SentenceState } from '../domain/review/sentence-states';
import type { Span } from '../text/span';
import { createSpanSweep, joinSpans } from './span-sweep';

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
 *
 * The folder: `list-sentences` lists what can be read, `dismissal-edits` dismisses spans and reopens them, `unread-places` finds
 * the next sentence that was not looked at, `describe-coverage` puts it into words.
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
