import { appendToHash } from '../../../text/sequences/rolling-hash';
import type { SearchText } from './normalize-for-search';
import { addByRarestHash, type IndexedPattern, PatternIndex, RollingHash } from './pattern-index';
import { localNumberLength, type SearchPattern } from './search-patterns';

const digitNine = 0x39;

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

/** Searches a text, and reports every match in order, with its offset in UTF-16 code units; of equal offsets, the longest first. */
export type PatternSearch = (
  text: SearchedText,
  onMatch: (pattern: SearchPattern, offset: number) => void,
) => void;

/** In code units: a pattern that begins at a word is looked up by as many as it has, up to the last of these. */
const prefixWidths = [2, 4, 8, 12] as const;
/** In code units: the widest rolling hash, for patterns that may begin anywhere. */
const maxRollingWidth = 16;

interface Match {
  pattern: SearchPattern;
  offset: number;
}

/** Adds a match to a list that is almost in order. */
function insertMatch(matches: Match[], match: Match): void {
  const isBehind = (other: Match | undefined) =>
    other !== undefined &&
    (other.offset > match.offset ||
      (other.offset === match.offset && other.pattern.characters.length < match.pattern.characters.length));
  let at = matches.length;
  while (isBehind(matches[at - 1])) at -= 1;
  if (at === matches.length) matches.push(match);
  else matches.splice(at, 0, match);
}

/**
 * Prepares the search for patterns: one pass over the text for all of them, as Rabin and Karp do. Patterns that begin where
 * a word does are looked up there by their first characters, and those that end where a number does by their last digits. All
 * others are looked up at each offset by a rolling hash.
 */
export function createPatternSearch(patterns: readonly SearchPattern[]): PatternSearch {
  const isNumberEnd = ({ isAnchoredAtStart, characters }: SearchPattern) =>
    !isAnchoredAtStart && characters.length === localNumberLength;
  const createIndex = () => new PatternIndex(patterns.length);
  const byPrefix = prefixWidths.map((width) => ({ hash: new RollingHash(width), index: createIndex() }));
  const byDigits = { hash: new RollingHash(localNumberLength), index: createIndex() };
  const anywhere: SearchPattern[] = [];
  for (const pattern of patterns) {
    const { length } = pattern.characters;
    const prefix = byPrefix.findLast(({ hash }) => hash.width <= length);
    if (isNumberEnd(pattern))
      byDigits.index.add(byDigits.hash.hash(pattern.characters), { pattern, hashedAt: 0 });
    else if (!pattern.isAnchoredAtStart) anywhere.push(pattern);
    else prefix?.index.add(prefix.hash.hash(pattern.characters), { pattern, hashedAt: 0 });
  }
  const rolling = new RollingHash(
    anywhere.reduce((width, { characters }) => Math.min(width, characters.length), maxRollingWidth),
  );
  const byRolling = createIndex();
  addByRarestHash(anywhere, rolling, byRolling);
  const prefixes = byPrefix.filter(({ index }) => !index.isEmpty);

  return (text, onMatch) => {
    const matches: Match[] = [];
    const { characters, boundaries } = text;
    const collect = (candidates: readonly IndexedPattern[] | undefined, offset: number) => {
      if (candidates === undefined) return;
      for (const { pattern, hashedAt } of candidates)
        if (offset >= hashedAt && matchesAt(text, pattern, offset - hashedAt))
          insertMatch(matches, { pattern, offset: offset - hashedAt });
    };
    const hasDigits = !byDigits.index.isEmpty;
    const lookUpWord = (offset: number) => {
      // Each prefix begins with the shorter one, so its hash goes on from there.
      let key = 0;
      let at = offset;
      for (const { hash, index } of prefixes) {
        if (offset + hash.width > characters.length) break;
        for (; at < offset + hash.width; at += 1) key = appendToHash(key, characters.charCodeAt(at));
        if (index.has(key)) collect(index.get(key), offset);
      }
      const start = offset - localNumberLength;
      if (hasDigits && start >= 0 && characters.charCodeAt(offset - 1) <= digitNine)
        collect(byDigits.index.get(byDigits.hash.hash(characters, start)), start);
    };
    const isRolling = !byRolling.isEmpty;
    let hash = rolling.hash(characters);
    for (let offset = 0; offset <= characters.length; offset += 1) {
      // Reading behind the end would make all of this slow.
      if (isRolling && offset + rolling.width <= characters.length) {
        if (byRolling.has(hash)) collect(byRolling.get(hash), offset);
        if (offset + rolling.width < characters.length) hash = rolling.roll(hash, characters, offset);
      }
      if (boundaries[offset] === 1) lookUpWord(offset);
    }
    for (const { pattern, offset } of matches) onMatch(pattern, offset);
  };
}
