import { hashCodeUnits, type OnCandidate, PatternIndex } from './pattern-index';
import { localNumberLength, type SearchPattern } from './search-patterns';

/** In UTF-16 code units: a pattern is looked up by as many of its first ones as it has, up to the last of these. */
const prefixWidths = [2, 3, 4, 6, 8, 10, 12, 14, 16] as const;
/** In UTF-16 code units: from this many, it is known that most words do not begin a pattern. */
const filterWidth = 4;

/** Prepares a search for patterns that begin where a word does: each is looked up there by its first characters. */
export function createWordStartSearch(
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
    // Each prefix begins with the shorter one, so its hash goes on from there.
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
/** Where letters stand for digits, and in the skeletons of both: o and 0, l and 1. */
const letterO = 0x6f;
const letterL = 0x6c;

/** Prepares a search for telephone numbers, which are looked up by their last digits where a number ends. */
export function createNumberEndSearch(
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
