import { mostCandidates } from '../domain/placement';
import type { Span } from '../text/span';

/** What a person can choose among when nothing tells where a claim stands. */
export interface Choice {
  readonly places: number;
  /** Whether the claim's own words stand in all of them. */
  readonly areSame: boolean;
}

export function choiceAmong(candidates: readonly Span[], text: string, words: string): Choice {
  const areSame = candidates.every(({ start, end }) => text.slice(start, end) === words);
  return { places: candidates.length, areSame };
}

/** "3 places"; never of one. */
function placesOf(count: number): string {
  return `${count}${count < mostCandidates ? '' : ' or more'} places`;
}

/** In a list, in one line. */
export function ambiguityInList({ places, areSame }: Choice): string {
  if (places === 1)
    return areSame
      ? 'Ambiguous: its words stand in one place, which may be another'
      : 'Ambiguous: most of its words are gone, and other words may stand for them';
  return `Ambiguous: ${areSame ? 'its words stand' : 'it may stand'} in ${placesOf(places)}`;
}

/** Where the place is to be chosen. */
export function ambiguityInQueue({ places, areSame }: Choice): string {
  if (places === 1)
    return areSame
      ? 'Its words stand in the text again. Say whether this is the place.'
      : 'Most of its words are gone. Say whether these stand for them.';
  return `${areSame ? 'Its words stand' : 'It may stand'} in ${placesOf(places)}, and nothing tells which is meant. Choose one.`;
}
