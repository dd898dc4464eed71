import { isCommonWord } from '#shared/text/common-words.ts';
import { appendToHash } from '#shared/text/sequences/rolling-hash.ts';
import { localNumberLength, type SearchPattern } from './search-patterns.ts';
import type { SearchText } from './search-text.ts';

/** Hashes the UTF-16 code units from `start` to `end`. `hash` is that of the units before them, which it continues. */
function hashCodeUnits(characters: string, start: number, end: number, hash = 0): number {
  let result = hash;
  for (let at = start; at < end; at += 1) result = appendToHash(result, characters.charCodeAt(at));
  return result;
}

/** The slot of a hash in a table whose size is a power of two. `mask` is that size minus one. */
function toSlot(hash: number, mask: number): number {
  return (hash ^ (hash >>> 13)) & mask;
}

/** The size of a table, a power of two, with about 16 slots for each entry, so that few texts hit one by chance. */
function getTableSize(entries: number): number {
  const bits = Math.ceil(Math.log2(entries * 16 + 1));
  return 1 << Math.min(20, Math.max(8, bits));
}

/** Indexes patterns by the hash of some of their characters. A filter before the map answers most lookups, because most find nothing. */
class PatternIndex<T> {
  private readonly filter: Uint8Array;
  private readonly mask: number;
  private readonly entries = new Map<number, T[]>();

  /** `count` is the approximate number of entries. */
  constructor(count: number) {
    const size = getTableSize(count);
    this.filter = new Uint8Array(size);
    this.mask = size - 1;
  }

  add(hash: number, entry: T): void {
    this.filter[toSlot(hash, this.mask)] = 1;
    const others = this.entries.get(hash);
    if (others) others.push(entry);
    else this.entries.set(hash, [entry]);
  }

  /** Whether there may be entries with this hash. */
  has(hash: number): boolean {
    return this.filter[toSlot(hash, this.mask)] === 1;
  }

  get(hash: number): readonly T[] {
    return this.entries.get(hash) ?? [];
  }
}

/** Called for each place where a pattern may begin; the caller has to compare it. Offsets are in UTF-16 code units. */
type OnCandidate = (pattern: SearchPattern, offset: number) => void;

/** The longest window of a pattern, in UTF-16 code units. No window is longer than the shortest pattern. */
const maxWindowLength = 16;

/** The part of a pattern that the text is searched for. */
interface Window {
  pattern: SearchPattern;
  /** Where it begins in the pattern. */
  start: number;
}

/**
 * Chooses the window of each pattern: its start, middle or end, whichever is rarest among the patterns, because addresses of one
 * host begin alike.
 */
function chooseWindows(patterns: readonly SearchPattern[], length: number): (Window & { hash: number })[] {
  const choices = patterns.map((pattern) => {
    const { characters } = pattern;
    const last = characters.length - length;
    return [...new Set([0, last >> 1, last])].map((start) => ({
      pattern,
      start,
      hash: hashCodeUnits(characters, start, start + length),
    }));
  });
  const counts = new Map<number, number>();
  for (const { hash } of choices.flat()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const getCount = ({ hash }: { hash: number }) => counts.get(hash) ?? 0;
  return choices.flatMap((ofPattern) => ofPattern.sort((a, b) => getCount(a) - getCount(b)).slice(0, 1));
}

/**
 * Prepares a search for patterns that may begin anywhere, after Wu and Manber (A fast algorithm for multi-pattern searching, 1994):
 * a block of characters gives the least distance to the next window that could match, so that most of a text is skipped.
 */
export function createAnywhereSearch(
  patterns: readonly SearchPattern[],
): (characters: string, onCandidate: OnCandidate) => void {
  if (patterns.length === 0) return () => undefined;
  const length = patterns.reduce((least, one) => Math.min(least, one.characters.length), maxWindowLength);
  const blockLength = Math.ceil(length / 2);
  const lastBlock = length - blockLength;
  const hashBlock = (characters: string, start: number) =>
    hashCodeUnits(characters, start, start + blockLength);

  const windows = chooseWindows(patterns, length);
  const mask = getTableSize(windows.length) - 1;
  // How far a window that ends with a block of this slot can move without missing a match. Blocks that share a slot only shorten
  // this distance.
  const shifts = new Uint8Array(mask + 1).fill(lastBlock + 1);
  const byWindow = new PatternIndex<Window>(windows.length);
  for (const window of windows) {
    const { characters } = window.pattern;
    for (let at = 0; at <= lastBlock; at += 1) {
      const slot = toSlot(hashBlock(characters, window.start + at), mask);
      shifts[slot] = Math.min(shifts[slot] ?? 0, lastBlock - at);
    }
    byWindow.add(window.hash, window);
  }

  return (characters, onCandidate) => {
    for (let block = lastBlock; block + blockLength <= characters.length; ) {
      const shift = shifts[toSlot(hashBlock(characters, block), mask)] ?? 0;
      if (shift === 0) {
        const offset = block - lastBlock;
        const hash = hashCodeUnits(characters, offset, offset + length);
        if (byWindow.has(hash))
          for (const { pattern, start } of byWindow.get(hash))
            if (offset >= start) onCandidate(pattern, offset - start);
      }
      block += Math.max(1, shift);
    }
  };
}

/** Lengths of the prefixes by which patterns are looked up, in UTF-16 code units. Each pattern uses the longest one that fits. */
const prefixWidths = [2, 3, 4, 6, 8, 10, 12, 14, 16] as const;
/** Length of the prefix that rules out most words, in UTF-16 code units. */
const filterWidth = 4;

/** Prepares a search for patterns that begin where a word does. It looks up the first characters of each word. */
function createWordStartSearch(
  patterns: readonly SearchPattern[],
): (characters: string, offset: number, onCandidate: OnCandidate) => void {
  const byPrefix = prefixWidths.flatMap((width, index) => {
    const next = prefixWidths[index + 1] ?? Number.POSITIVE_INFINITY;
    const ofWidth = patterns.filter(({ characters: { length } }) => length >= width && length < next);
    const patternIndex = new PatternIndex<SearchPattern>(ofWidth.length);
    for (const pattern of ofWidth) patternIndex.add(hashCodeUnits(pattern.characters, 0, width), pattern);
    return ofWidth.length === 0 ? [] : [{ width, patternIndex }];
  });
  const starts = new PatternIndex<null>(patterns.length);
  for (const { characters } of patterns)
    if (characters.length >= filterWidth) starts.add(hashCodeUnits(characters, 0, filterWidth), null);

  return (characters, offset, onCandidate) => {
    // Each prefix continues the shorter one, and so does its hash.
    let hash = 0;
    let end = offset;
    let isStart = false;
    for (const { width, patternIndex } of byPrefix) {
      if (offset + width > characters.length) return;
      if (width >= filterWidth && !isStart) {
        hash = hashCodeUnits(characters, end, offset + filterWidth, hash);
        end = offset + filterWidth;
        if (!starts.has(hash)) return;
        isStart = true;
      }
      hash = hashCodeUnits(characters, end, offset + width, hash);
      end = offset + width;
      if (patternIndex.has(hash)) for (const pattern of patternIndex.get(hash)) onCandidate(pattern, offset);
    }
  };
}

const digitNine = 0x39;
/** Letters that may stand for digits: o for 0, l for 1. Skeletons have the letters. */
const letterO = 0x6f;
const letterL = 0x6c;

/** Prepares a search for telephone numbers. It looks up the last digits of each number. */
function createNumberEndSearch(
  patterns: readonly SearchPattern[],
): (characters: string, end: number, onCandidate: OnCandidate) => void {
  if (patterns.length === 0) return () => undefined;
  const byDigits = new PatternIndex<SearchPattern>(patterns.length);
  for (const pattern of patterns)
    byDigits.add(hashCodeUnits(pattern.characters, 0, localNumberLength), pattern);
  return (characters, end, onCandidate) => {
    const start = end - localNumberLength;
    if (start < 0) return;
    const last = characters.charCodeAt(end - 1);
    if (last > digitNine && last !== letterO && last !== letterL) return;
    const hash = hashCodeUnits(characters, start, end);
    if (byDigits.has(hash)) for (const pattern of byDigits.get(hash)) onCandidate(pattern, start);
  };
}

/** A word with one changed letter still begins or ends with this many letters of the name, in UTF-16 code units. */
const keyLength = 2;

/** Whether two words are equal or one edit apart: one letter added, removed or replaced, or two neighbours swapped. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  if (restOfA === restOfB) return true;
  if (a.length > b.length) return restOfA.slice(1) === restOfB;
  if (a.length < b.length) return restOfA === restOfB.slice(1);
  if (restOfA.slice(1) === restOfB.slice(1)) return true;
  const isSwapped = restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0];
  return isSwapped && restOfA.slice(2) === restOfB.slice(2);
}

function getKey(characters: string, offset: number): number {
  return characters.charCodeAt(offset) * 0x10000 + characters.charCodeAt(offset + 1);
}

/** Indexes patterns by the letters that they begin or end with. */
function indexByKey(
  patterns: readonly SearchPattern[],
  getOffset: (pattern: SearchPattern) => number,
): Map<number, SearchPattern[]> {
  const byKey = new Map<number, SearchPattern[]>();
  for (const pattern of patterns) {
    const key = getKey(pattern.characters, getOffset(pattern));
    byKey.set(key, [...(byKey.get(key) ?? []), pattern]);
  }
  return byKey;
}

/**
 * Prepares a search for names with one changed letter, such as `Quell` for `Quill`. Length and outer letters rule out most words.
 * Common words never match, and words in lower case match only long names.
 */
function createMisspellingSearch(
  patterns: readonly SearchPattern[],
): (text: ComparedText, onMatch: (pattern: SearchPattern, offset: number, length: number) => void) => void {
  if (patterns.length === 0) return () => undefined;
  const lengths = patterns.map(({ characters }) => characters.length);
  const [least, most] = [Math.min(...lengths) - 1, Math.max(...lengths) + 1];
  const byStart = indexByKey(patterns, () => 0);
  const byEnd = indexByKey(patterns, ({ characters }) => characters.length - keyLength);
  return ({ characters, boundaries, capitals }, onMatch) => {
    let start = 0;
    for (let end = 1; end <= characters.length; end += 1) {
      if (boundaries[end] !== 1) continue;
      const offset = start;
      const length = end - start;
      start = end;
      if (length < least || length > most) continue;
      const atStart = byStart.get(getKey(characters, offset));
      const atEnd = byEnd.get(getKey(characters, end - keyLength));
      if (!atStart && !atEnd) continue;
      const word = characters.slice(offset, end);
      for (const pattern of new Set([...(atStart ?? []), ...(atEnd ?? [])])) {
        const isNoticed = capitals[offset] === 1 || pattern.characters.length >= minLengthInLowerCase;
        if (isNoticed && isOneEditApart(word, pattern.characters) && !isCommonWord(word))
          onMatch(pattern, offset, length);
      }
    }
  };
}

/** The shortest name that misspelled words in lower case may match, in letters. Others are different words. */
const minLengthInLowerCase = 9;

/** The part of a search text that patterns are compared with. */
export type ComparedText = Pick<SearchText, 'characters' | 'boundaries' | 'capitals'>;

/** Whether a word ends at the offset, or at most `maxSuffixLength` letters behind it. */
function endsWord({ boundaries }: ComparedText, end: number, maxSuffixLength: number): boolean {
  for (let at = end; at <= end + maxSuffixLength; at += 1) if (boundaries[at] === 1) return true;
  return false;
}

/** Whether all parts of initials are capitalized: both letters of `ZQ`, and `Ms` and `Q` of `Ms Q`. */
function hasCapitals(
  { capitals }: ComparedText,
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

function matchesAt(text: ComparedText, pattern: SearchPattern, offset: number): boolean {
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
  text: ComparedText,
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
