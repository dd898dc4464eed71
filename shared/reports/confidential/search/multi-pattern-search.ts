import type { SearchText } from './normalize-for-search';
import {
  addByRarestHash,
  hashPair,
  type IndexedPattern,
  longHash,
  PatternIndex,
  shortHash,
} from './pattern-index';
import type { SearchPattern } from './search-patterns';

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

/** Searches a text, and reports every match in order, with its offset in UTF-16 code units. */
export type PatternSearch = (
  text: SearchedText,
  onMatch: (pattern: SearchPattern, offset: number) => void,
) => void;

/**
 * Prepares the search for patterns. A Rabin–Karp search: one pass over the text for all patterns, with rolling hashes of two
 * widths for longer patterns and of a pair of code units, at word boundaries alone, for the shortest. pattern-index.ts holds
 * the hashes and the index.
 */
export function createPatternSearch(patterns: readonly SearchPattern[]): PatternSearch {
  const [byLongHash, byShortHash, byPair] = [new PatternIndex(), new PatternIndex(), new PatternIndex()];
  addByRarestHash(
    patterns.filter((pattern) => pattern.characters.length >= longHash.width),
    byLongHash,
  );
  for (const pattern of patterns) {
    const { length } = pattern.characters;
    if (length < shortHash.width) byPair.add(hashPair(pattern.characters, 0), { pattern, hashedAt: 0 });
    else if (length < longHash.width)
      byShortHash.add(shortHash.hash(pattern.characters), { pattern, hashedAt: 0 });
  }
  return (text, onMatch) => {
    const matches: { pattern: SearchPattern; offset: number }[] = [];
    const { characters, boundaries } = text;
    const collectMatches = (candidates: readonly IndexedPattern[] | undefined, offset: number) => {
      for (const { pattern, hashedAt } of candidates ?? [])
        if (offset >= hashedAt && matchesAt(text, pattern, offset - hashedAt))
          matches.push({ pattern, offset: offset - hashedAt });
    };
    let [long, short] = [longHash.hash(characters), shortHash.hash(characters)];
    for (let offset = 0; offset < characters.length; offset += 1) {
      if (byLongHash.has(long)) collectMatches(byLongHash.get(long), offset);
      if (byShortHash.has(short)) collectMatches(byShortHash.get(short), offset);
      if (boundaries[offset] === 1) collectMatches(byPair.get(hashPair(characters, offset)), offset);
      long = longHash.roll(long, characters, offset);
      short = shortHash.roll(short, characters, offset);
    }
    for (const { pattern, offset } of matches.sort((a, b) => a.offset - b.offset)) onMatch(pattern, offset);
  };
}
