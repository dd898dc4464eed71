import { maxCandidates } from '../domain/draft/placement';
import type { Span } from '../text/span';

/** The candidates among which a reviewer chooses when a claim's span in a new draft is uncertain. */
export interface CandidateSummary {
  readonly candidateCount: number;
  /** Whether every candidate holds the claim's own text. */
  readonly areVerbatim: boolean;
}

/** Summarizes candidates, UTF-16 spans of the new draft’s `text`, for a claim that was on `words`. */
export function summarizeCandidates(
  candidates: readonly Span[],
  text: string,
  words: string,
): CandidateSummary {
  const areVerbatim = candidates.every(({ start, end }) => text.slice(start, end) === words);
  return { candidateCount: candidates.length, areVerbatim };
}

/** "3 places"; the count is never 1. */
function formatPlaces(count: number): string {
  return `${count}${count < maxCandidates ? '' : ' or more'} places`;
}

/** One line for a list of claims. */
export function describeAmbiguityInList({ candidateCount, areVerbatim }: CandidateSummary): string {
  if (candidateCount === 1)
    return areVerbatim
      ? 'Ambiguous: its words are in one place, which may be a different one'
      : 'Ambiguous: most of its words are gone, and others may have replaced them';
  return `Ambiguous: ${areVerbatim ? 'its words are' : 'it may be'} in ${formatPlaces(candidateCount)}`;
}

/** A prompt where the reviewer chooses the place. */
export function describeAmbiguityInQueue({ candidateCount, areVerbatim }: CandidateSummary): string {
  if (candidateCount === 1)
    return areVerbatim
      ? 'Its words are in the text again. Confirm whether this is the right place.'
      : 'Most of its words are gone. Confirm whether these replace them.';
  return `${areVerbatim ? 'Its words are' : 'It may be'} in ${formatPlaces(candidateCount)}, and it is unclear which one is meant. Choose one.`;
}
