import { createAnywhereSearch } from './find-anywhere';
import { createNumberEndSearch, createWordStartSearch } from './find-at-words';
import { localNumberLength, type SearchPattern } from './search-patterns';
import type { SearchText } from './search-text-builder';

/** The part of a search text that patterns are compared with. */
export type SearchedText = Pick<SearchText, 'characters' | 'boundaries' | 'capitals'>;

/** Whether a word ends at the offset, or within the letters that an ending may have. */
function endsWord({ boundaries }: SearchedText, end: number, maxSuffixLength: number): boolean {
  for (let at = end; at <= end + maxSuffixLength; at += 1) if (boundaries[at] === 1) return true;
  return false;
}

function matchesAt(text: SearchedText, pattern: SearchPattern, offset: number): boolean {
  const { characters, boundaries, capitals } = text;
  const { length } = pattern.characters;
  if (pattern.isAnchoredAtStart && boundaries[offset] !== 1) return false;
  if (pattern.term.isCapitalized === true && capitals[offset] !== 1) return false;
  if (pattern.isAnchoredAtEnd && !endsWord(text, offset + length, pattern.maxSuffixLength)) return false;
  if (!characters.startsWith(pattern.characters, offset)) return false;
  if (pattern.innerBoundaries === null) return true;
  let count = 0;
  for (let index = 1; index < length; index += 1) if (boundaries[offset + index] === 1) count += 1;
  const inner = pattern.innerBoundaries.filter((at) => at > 0);
  return count === inner.length && inner.every((at) => boundaries[offset + at] === 1);
}

/**
 * Searches a text, and reports every match with its offset in UTF-16 code units, in no order. `isSearched` leaves out terms.
 */
export type PatternSearch = (
  text: SearchedText,
  onMatch: (pattern: SearchPattern, offset: number) => void,
  isSearched?: (term: SearchPattern['term']) => boolean,
) => void;

/** Prepares the search for patterns, each in one of three ways: at the start of words, at the end of numbers, or anywhere. */
export function createPatternSearch(patterns: readonly SearchPattern[]): PatternSearch {
  const isNumberEnd = ({ isAnchoredAtStart, characters }: SearchPattern) =>
    !isAnchoredAtStart && characters.length === localNumberLength;
  const isAnywhere = (pattern: SearchPattern) => !pattern.isAnchoredAtStart && !isNumberEnd(pattern);
  const findAtWord = createWordStartSearch(patterns.filter(({ isAnchoredAtStart }) => isAnchoredAtStart));
  const findNumber = createNumberEndSearch(patterns.filter(isNumberEnd));
  const findAnywhere = createAnywhereSearch(patterns.filter(isAnywhere));

  return (text, onMatch, isSearched = () => true) => {
    const { characters, boundaries } = text;
    const compare = (pattern: SearchPattern, offset: number) => {
      if (isSearched(pattern.term) && matchesAt(text, pattern, offset)) onMatch(pattern, offset);
    };
    for (let offset = 0; offset <= characters.length; offset += 1)
      if (boundaries[offset] === 1) {
        findAtWord(characters, offset, compare);
        findNumber(characters, offset, compare);
      }
    findAnywhere(characters, compare);
  };
}
