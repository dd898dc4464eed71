import type { MatchBlock } from '../blocks/match-blocks';
import type { TokenMatching } from '../blocks/token-matching';
import { paragraphBreak, rateBreakBefore, sentenceBreak } from '../tokens/rate-break';

/** How many tokens at the start and at the end of a block may be there by chance. */
export interface UnreliableEnds {
  readonly head: number;
  readonly tail: number;
}

/** At most this many tokens on the far side of a sentence boundary may be matched by chance. */
const maxChanceTokens = 2;

/** At most this many tokens are replaced where a sentence is otherwise the same. */
const maxReplacedTokens = 2;

/** A block with its neighbours in the draft before, if there are any. */
export interface BlockContext {
  readonly previous: MatchBlock | undefined;
  readonly block: MatchBlock;
  readonly next: MatchBlock | undefined;
}

/**
 * Finds tokens at the ends of a block that may be matched by chance: one or two tokens of a sentence whose rest is another now,
 * as `The` in `… rained. The`.
 */
export function findUnreliableEnds(
  { before, after }: TokenMatching,
  { previous, block, next }: BlockContext,
): UnreliableEnds {
  const rateBreaks = (step: number) => {
    const inBefore = rateBreakBefore(before, block.before + step);
    const inAfter = rateBreakBefore(after, block.after + step);
    return { weaker: Math.min(inBefore, inAfter), stronger: Math.max(inBefore, inAfter) };
  };
  const countChanceTokens = (end: number, direction: 1 | -1, isSmallEdit: boolean) => {
    if (rateBreaks(end).weaker >= sentenceBreak) return 0;
    const boundary = isSmallEdit ? paragraphBreak : sentenceBreak;
    for (let tokens = Math.min(maxChanceTokens, block.length - 1); tokens > 0; tokens -= 1)
      if (rateBreaks(end + direction * tokens).stronger >= boundary) return tokens;
    return 0;
  };
  return {
    head: countChanceTokens(0, 1, isSmallReplacement(previous, block)),
    tail: countChanceTokens(block.length, -1, isSmallReplacement(block, next)),
  };
}

/** Whether only one or two tokens were replaced between two blocks that are longer than that. */
function isSmallReplacement(left: MatchBlock | undefined, right: MatchBlock | undefined): boolean {
  if (!left || !right) return false;
  const gapBefore = right.before - left.before - left.length;
  const gapAfter = right.after - left.after - left.length;
  if (left.length <= maxChanceTokens || right.length <= maxChanceTokens) return false;
  return gapBefore <= maxReplacedTokens && gapAfter >= 0 && gapAfter <= maxReplacedTokens;
}
