import { intAt } from '../../text/sequences/at';
import { longestCommonSubsequence, maxTableCells } from '../../text/sequences/longest-common-subsequence';
import { chainAnchors } from '../anchors/chain-anchors';
import type { UniqueNgramFinder } from '../anchors/unique-ngrams';
import { extendBlocks, findGaps } from '../blocks/extend-blocks';
import { removeOverlaps, type TokenWindow } from '../blocks/match-blocks';
import {
  addBlock,
  canMatch,
  inOrder,
  type MatchOrder,
  type TokenMatching,
  unmatched,
} from '../blocks/token-matching';

/** A gap whose numbers of tokens multiply to at most this is aligned token by token at once. */
const maxSmallTableCells = 4_096;

/**
 * Matches tokens of a window that keep their order: n-grams that are unique in it first, then single tokens. `sizes` are the
 * lengths of these n-grams in tokens, the longest first.
 */
export function alignWindow(
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
