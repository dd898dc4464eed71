import type { UniqueNgramFinder } from '../anchors/unique-ngrams';
import type { MatchBlock, TokenWindow } from '../blocks/match-blocks';
import {
  addBlock,
  findUnmatchedParts,
  inOrder,
  outOfOrder,
  removePartners,
  type TokenMatching,
} from '../blocks/token-matching';
import { alignWindow } from './align-window';

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
