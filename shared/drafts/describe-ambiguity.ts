import { maxCandidates } from '../domain/placement';
import type { Span } from '../text/span';

/** What a person can choose among when nothing tells where a claim stands. */
export interface CandidateSummary {
  readonly candidateCount: number;
  /** Whether the claim's own words stand in all of them. */
  readonly areVerbatim: boolean;
}

export function summarizeCandidates(
  candidates: readonly Span[],
  text: string,
  words: string,
): CandidateSummary {
  const areSame = candidates.every(({ start, end }) => text.slice(start, end) === words);
  return { candidateCount: candidates.length, areVerbatim: areSame };
}

/** "3 places"; never of one. */
function placesOf(count: number): string {
  return `${count}${count < maxCandidates ? '' : ' or more'} places`;
}

/** In a list, in one line. */
export function describeAmbiguityInList({
  candidateCount: places,
  areVerbatim: areSame,
}: CandidateSummary): string {
  if (places === 1)
    return areSame
      ? 'Ambiguous: its words stand in one place, which may be another'
      : 'Ambiguous: most of its words are gone, and other words may stand for them';
  return `Ambiguous: ${areSame ? 'its words stand' : 'it may stand'} in ${placesOf(places)}`;
}

/** Where the place is to be chosen. */
export function describeAmbiguityInQueue({
  candidateCount: places,
  areVerbatim: areSame,
}: CandidateSummary): string {
  if (places === 1)
    return areSame
      ? 'Its words stand in the text again. Say whether this is the place.'
      : 'Most of its words are gone. Say whether these stand for them.';
  return `${areSame ? 'Its words stand' : 'It may stand'} in ${placesOf(places)}, and nothing tells which is meant. Choose one.`;
}
