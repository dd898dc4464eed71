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

function matchesAt({ characters, boundaries }: SearchText, pattern: SearchPattern, offset: number): boolean {
  const end = offset + pattern.characters.length;
  if (pattern.isAnchoredAtStart && boundaries[offset] !== 1) return false;
  if (pattern.isAnchoredAtEnd && boundaries[end] !== 1) return false;
  if (!characters.startsWith(pattern.characters, offset)) return false;
  if (pattern.innerBoundaries === null) return true;
  const inner = new Set(pattern.innerBoundaries);
  for (let index = 1; index < pattern.characters.length; index += 1)
    if ((boundaries[offset + index] === 1) !== inner.has(index)) return false;
  return true;
}

/**
 * Reports every match of the patterns in the text, in order, with its offset in UTF-16 code units. A Rabin–Karp search: one
 * pass over the text for all patterns, with rolling hashes of two widths for longer patterns and of a pair of code units,
 * at word boundaries alone, for the shortest. pattern-index.ts holds the hashes and the index.
 */
export function findPatterns(
  text: SearchText,
  patterns: readonly SearchPattern[],
  onMatch: (pattern: SearchPattern, offset: number) => void,
): void {
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
  const matches: { pattern: SearchPattern; offset: number }[] = [];
  const { characters, boundaries } = text;
  const collectMatches = (candidates: readonly IndexedPattern[] | undefined, offset: number) => {
    for (const { pattern, hashedAt } of candidates ?? [])
      if (offset >= hashedAt && matchesAt(text, pattern, offset - hashedAt))
        matches.push({ pattern, offset: offset - hashedAt });
  };
  let [long, short] = [longHash.hash(characters), shortHash.hash(characters)];
  for (let offset = 0; offset < characters.length; offset += 1) {
    collectMatches(byLongHash.get(long), offset);
    collectMatches(byShortHash.get(short), offset);
    if (boundaries[offset] === 1) collectMatches(byPair.get(hashPair(characters, offset)), offset);
    long = longHash.roll(long, characters, offset);
    short = shortHash.roll(short, characters, offset);
  }
  for (const { pattern, offset } of matches.sort((a, b) => a.offset - b.offset)) onMatch(pattern, offset);
}
