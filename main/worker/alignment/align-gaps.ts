import { intAt } from '#shared/text/sequences/at.ts';
import {
  longestCommonSubsequence,
  maxTableCells,
} from '#shared/text/sequences/longest-common-subsequence.ts';
import {
  addBlock,
  canMatch,
  chainAnchors,
  extendBlocks,
  findGaps,
  findUnmatchedParts,
  inOrder,
  type MatchBlock,
  type MatchOrder,
  outOfOrder,
  removeOverlaps,
  removePartners,
  type TokenMatching,
  type TokenWindow,
  unmatched,
} from './token-matching.ts';
import type { UniqueNgramFinder } from './unique-ngrams.ts';

/** A gap whose numbers of tokens multiply to at most this is aligned token by token at once. */
const maxSmallTableCells = 4_096;

/**
 * Matches tokens of a window that keep their order: n-grams that are unique in it first, then single tokens. `sizes` are the
 * lengths of these n-grams in tokens, the longest first.
 */
function alignWindow(
  matching: TokenMatching,
  findNgrams: UniqueNgramFinder,
  window: TokenWindow,
  sizes: readonly number[],
): void {
  const cells = (window.beforeEnd - window.before) * (window.afterEnd - window.after);
  // One token for another: were they the same, the blocks beside them would have met.
  if (cells <= 1) return;
  const [size, ...smaller] = sizes;
  if (size === undefined || cells <= maxSmallTableCells) {
    alignByTable(matching, window);
    return;
  }
  const chain = removeOverlaps(chainAnchors(findNgrams(size, window)));
  const blocks = extendBlocks(matching, chain, window);
  for (const block of blocks) addBlock(matching, block, inOrder);
  for (const gap of findGaps(blocks, window)) alignWindow(matching, findNgrams, gap, smaller);
}

/** Matches the unmatched tokens of a window by their longest common subsequence, unless the table would be too large. */
export function alignByTable(
  matching: TokenMatching,
  window: TokenWindow,
  order: MatchOrder = inOrder,
): void {
  const before = listUnmatched(matching.states.before, window.before, window.beforeEnd);
  const after = listUnmatched(matching.states.after, window.after, window.afterEnd);
  if (before.length * after.length > maxTableCells) return;
  const isEqual = (a: number, b: number) => canMatch(matching, intAt(before, a), intAt(after, b));
  for (const [a, b] of longestCommonSubsequence(before.length, after.length, isEqual))
    addBlock(matching, { before: intAt(before, a), after: intAt(after, b), length: 1 }, order);
}

function listUnmatched(states: Uint8Array, start: number, end: number): Int32Array {
  const indexes = new Int32Array(end - start);
  let count = 0;
  for (let index = start; index < end; index += 1)
    if (states[index] === unmatched) {
      indexes[count] = index;
      count += 1;
    }
  return indexes.subarray(0, count);
}

/** The lengths of n-grams that are looked for within a gap, from certain to less certain. */
const ngramSizes = [4, 3, 2];

/** The share of its tokens that a gap keeps, at least, to count as the same text still. */
const minSimilarity = 0.5;

/** A gap between tokens that stayed, after it was aligned. */
export interface AlignedGap extends TokenWindow {
  /** Whether it is the same text still: at least half of its tokens were kept. */
  readonly isSimilar: boolean;
}

/**
 * Aligns the gaps between tokens that stayed. Where a gap is no longer the same text, tokens in common say little, so blocks
 * that moved go first there: `moved` are unique in each draft, but out of order. Only parts of at least `minMovedLength` tokens
 * count.
 */
export function alignGaps(
  matching: TokenMatching,
  findNgrams: UniqueNgramFinder,
  {
    windows,
    moved,
    minMovedLength,
  }: { windows: readonly TokenWindow[]; moved: readonly MatchBlock[]; minMovedLength: number },
): AlignedGap[] {
  const isSimilar = windows.map((window) => {
    alignWindow(matching, findNgrams, window, ngramSizes);
    if (measureSimilarity(matching, window) >= minSimilarity) return true;
    removeInOrder(matching, window);
    return false;
  });
  for (const block of moved)
    for (const part of findUnmatchedParts(matching, block))
      if (part.length >= minMovedLength) addBlock(matching, part, outOfOrder);
  return windows.map((window, index) => {
    if (isSimilar[index]) return { ...window, isSimilar: true };
    alignWindow(matching, findNgrams, window, ngramSizes);
    return { ...window, isSimilar: measureSimilarity(matching, window) >= minSimilarity };
  });
}

/** The share of a window's tokens that stayed, of its longer side without the tokens that moved into it or out of it. */
function measureSimilarity({ states }: TokenMatching, window: TokenWindow): number {
  let stayed = 0;
  let before = 0;
  let after = 0;
  for (let index = window.before; index < window.beforeEnd; index += 1) {
    if (states.before[index] === inOrder) stayed += 1;
    if (states.before[index] !== outOfOrder) before += 1;
  }
  for (let index = window.after; index < window.afterEnd; index += 1)
    if (states.after[index] !== outOfOrder) after += 1;
  return stayed / Math.max(1, before, after);
}

/** Unmatches all tokens of a window except those that moved. */
function removeInOrder(matching: TokenMatching, window: TokenWindow): void {
  for (let index = window.before; index < window.beforeEnd; index += 1)
    if (matching.states.before[index] === inOrder) removePartners(matching, { before: index, length: 1 });
}
