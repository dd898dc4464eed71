import type { UniqueNgramFinder } from './anchors/unique-ngrams';
import { extendBlock } from './blocks/extend-blocks';
import type { MatchBlock, TokenWindow } from './blocks/match-blocks';
import { addBlock, findUnmatchedParts, outOfOrder, type TokenMatching } from './blocks/token-matching';

/** The lengths of n-grams that are looked for in the unmatched rest of both drafts, from certain to less certain. */
const ngramSizes = [6, 4, 3];

/**
 * Matches blocks that moved, the longest first. A block whose tokens are partly matched is matched in the parts that are not, if
 * those are at least `minLength` tokens long.
 */
export function matchMovedBlocks(
  matching: TokenMatching,
  blocks: readonly MatchBlock[],
  minLength: number,
): void {
  const all = getWholeWindow(matching);
  for (const block of blocks.toSorted((a, b) => b.length - a.length || a.before - b.before))
    for (const part of findUnmatchedParts(matching, block))
      if (part.length >= minLength) addBlock(matching, extendBlock(matching, part, all), outOfOrder);
}

/** Matches what is left of both drafts, wherever it is, by n-grams that are left once in each. */
export function matchMoves(matching: TokenMatching, findNgrams: UniqueNgramFinder): void {
  const all = getWholeWindow(matching);
  for (const size of ngramSizes) matchMovedBlocks(matching, findNgrams(size, all), size);
}

function getWholeWindow({ before, after }: TokenMatching): TokenWindow {
  return { before: 0, beforeEnd: before.count, after: 0, afterEnd: after.count };
}
