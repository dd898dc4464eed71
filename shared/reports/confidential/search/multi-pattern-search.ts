import { createAnywhereSearch } from './find-anywhere';
import { createNumberEndSearch, createWordStartSearch } from './find-at-words';
import { createMisspellingSearch } from './find-misspelled';
import { localNumberLength, type SearchPattern } from './search-patterns';
import type { SearchText } from './search-text-builder';

/** The part of a search text that patterns are compared with. */
export type SearchedText = Pick<SearchText, 'characters' | 'boundaries' | 'capitals'>;

/** Whether a word ends at the offset, or within the letters that an ending may have. */
function endsWord({ boundaries }: SearchedText, end: number, maxSuffixLength: number): boolean {
  for (let at = end; at <= end + maxSuffixLength; at += 1) if (boundaries[at] === 1) return true;
  return false;
}

/** Whether all that the initials stand for has capital letters: both letters of `ZQ`, and `Ms` and `Q` of `Ms Q`. */
function hasCapitals(
  { capitals }: SearchedText,
  { characters, innerBoundaries }: SearchPattern,
  offset: number,
) {
  const letters = innerBoundaries && innerBoundaries.length > 1 ? innerBoundaries : characters;
  for (let index = 0; index < letters.length; index += 1) {
    const at = typeof letters === 'string' ? index : (letters[index] ?? 0);
    if (capitals[offset + at] !== 1) return false;
  }
  return true;
}

function matchesAt(text: SearchedText, pattern: SearchPattern, offset: number): boolean {
  const { characters, boundaries, capitals } = text;
  const { length } = pattern.characters;
  if (pattern.isAnchoredAtStart && boundaries[offset] !== 1) return false;
  if (pattern.term.isCapitalized === true && capitals[offset] !== 1) return false;
  if (pattern.isAnchoredAtEnd && !endsWord(text, offset + length, pattern.maxSuffixLength)) return false;
  if (!characters.startsWith(pattern.characters, offset)) return false;
  if (pattern.term.form === 'initials' && !hasCapitals(text, pattern, offset)) return false;
  if (pattern.innerBoundaries === null) return true;
  let count = 0;
  for (let index = 1; index < length; index += 1) if (boundaries[offset + index] === 1) count += 1;
  const inner = pattern.innerBoundaries.filter((at) => at > 0);
  return count === inner.length && inner.every((at) => boundaries[offset + at] === 1);
}

/**
 * Searches a text, and reports every match with its offset and length in UTF-16 code units, in no order. `isSearched` leaves out terms.
 */
export type PatternSearch = (
  text: SearchedText,
  onMatch: (pattern: SearchPattern, offset: number, length: number) => void,
  isSearched?: (term: SearchPattern['term']) => boolean,
) => void;

/** Prepares the search for patterns, each in one of four ways: at the start of words, at the end of numbers, anywhere, or misspelled. */
export function createPatternSearch(patterns: readonly SearchPattern[]): PatternSearch {
  const isMisspelling = ({ term }: SearchPattern) => term.form === 'misspelling';
  const exact = patterns.filter((pattern) => !isMisspelling(pattern));
  const isNumberEnd = ({ isAnchoredAtStart, characters }: SearchPattern) =>
    !isAnchoredAtStart && characters.length === localNumberLength;
  const isAnywhere = (pattern: SearchPattern) => !pattern.isAnchoredAtStart && !isNumberEnd(pattern);
  const findAtWord = createWordStartSearch(exact.filter(({ isAnchoredAtStart }) => isAnchoredAtStart));
  const findNumber = createNumberEndSearch(exact.filter(isNumberEnd));
  const findAnywhere = createAnywhereSearch(exact.filter(isAnywhere));
  const findMisspelled = createMisspellingSearch(patterns.filter(isMisspelling));

  return (text, onMatch, isSearched = () => true) => {
    const { characters, boundaries } = text;
    const compare = (pattern: SearchPattern, offset: number) => {
      if (isSearched(pattern.term) && matchesAt(text, pattern, offset))
        onMatch(pattern, offset, pattern.characters.length);
    };
    for (let offset = 0; offset <= characters.length; offset += 1)
      if (boundaries[offset] === 1) {
        findAtWord(characters, offset, compare);
        findNumber(characters, offset, compare);
      }
    findAnywhere(characters, compare);
    findMisspelled(text, (pattern, offset, length) => {
      if (isSearched(pattern.term)) onMatch(pattern, offset, length);
    });
  };
}
