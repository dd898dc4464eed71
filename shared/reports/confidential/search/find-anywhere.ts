import { getTableSize, hashCodeUnits, type OnCandidate, PatternIndex, toSlot } from './pattern-index';
import type { SearchPattern } from './search-patterns';

/** In UTF-16 code units: of each pattern, as many are looked at, or as many as the shortest has. */
const maxWindowLength = 16;

/** The part of a pattern that is looked for. */
interface Window {
  pattern: SearchPattern;
  /** Where it begins in the pattern. */
  start: number;
}

/**
 * Chooses a window of each pattern: its start, middle or end, whichever is the rarest, because addresses of one host begin
 * alike.
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
 * Prepares a search for patterns that may begin anywhere, as Wu and Manber do (A fast algorithm for multi-pattern searching,
 * 1994): blocks of characters say how far the next window that could match is at least, so that most of a text is skipped.
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
  // How far a window that ends in a block of this slot can be moved without missing a match. Blocks that share a slot only make
  // that less.
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
