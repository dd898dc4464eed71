import type { MatchBlock, TokenWindow } from './match-blocks';
import { canMatch, type TokenMatching } from './token-matching';

/** Extends a block over the same unmatched tokens on both sides, within a window. */
export function extendBlock(matching: TokenMatching, block: MatchBlock, window: TokenWindow): MatchBlock {
  return extendStart(matching, extendEnd(matching, block, window), window);
}

/**
 * Extends blocks that are in order within a window, without overlaps: first each at its end up to the next block, then each at
 * its start down to the previous one.
 */
export function extendBlocks(
  matching: TokenMatching,
  blocks: readonly MatchBlock[],
  window: TokenWindow,
): MatchBlock[] {
  const longer = blocks.map((block, index) => {
    const next = blocks[index + 1];
    return extendEnd(matching, block, {
      beforeEnd: next?.before ?? window.beforeEnd,
      afterEnd: next?.after ?? window.afterEnd,
    });
  });
  return longer.map((block, index) => {
    const previous = longer[index - 1];
    return extendStart(matching, block, {
      before: previous ? previous.before + previous.length : window.before,
      after: previous ? previous.after + previous.length : window.after,
    });
  });
}

function extendEnd(
  matching: TokenMatching,
  { before, after, length }: MatchBlock,
  { beforeEnd, afterEnd }: Pick<TokenWindow, 'beforeEnd' | 'afterEnd'>,
): MatchBlock {
  let longer = length;
  while (
    before + longer < beforeEnd &&
    after + longer < afterEnd &&
    canMatch(matching, before + longer, after + longer)
  )
    longer += 1;
  return { before, after, length: longer };
}

function extendStart(
  matching: TokenMatching,
  { before, after, length }: MatchBlock,
  window: Pick<TokenWindow, 'before' | 'after'>,
): MatchBlock {
  let more = 0;
  while (
    before - more > window.before &&
    after - more > window.after &&
    canMatch(matching, before - more - 1, after - more - 1)
  )
    more += 1;
  return { before: before - more, after: after - more, length: length + more };
}

/** The windows before, between and behind blocks in order, where they hold tokens of both drafts. */
export function findGaps(blocks: readonly MatchBlock[], window: TokenWindow): TokenWindow[] {
  const gaps: TokenWindow[] = [];
  let { before, after } = window;
  const end = { before: window.beforeEnd, after: window.afterEnd, length: 0 };
  for (const block of [...blocks, end]) {
    if (block.before > before && block.after > after)
      gaps.push({ before, beforeEnd: block.before, after, afterEnd: block.after });
    before = block.before + block.length;
    after = block.after + block.length;
  }
  return gaps;
}
