import { intAt } from '../../text/sequences/at';
import type { Tokens } from '../tokens/tokens';
import type { MatchBlock, TokenWindow } from './match-blocks';

/** The state of a token: not matched yet, or matched in the order of the other matched tokens, or out of it because it moved. */
export const unmatched = 0;
export const inOrder = 1;
export const outOfOrder = 2;

export type MatchOrder = typeof inOrder | typeof outOfOrder;

/** The state of each token of the two drafts. */
export interface MatchStates {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Which token of one draft is which of the other, so far. A token has one partner at most. Filled step by step. */
export interface TokenMatching {
  readonly before: Tokens;
  readonly after: Tokens;
  /** By token of the draft before, its partner in the draft after; -1 where it has none. */
  readonly partners: Int32Array;
  /** By token of the draft after, its partner in the draft before; -1 where it has none. */
  readonly origins: Int32Array;
  readonly states: MatchStates;
}

export function createMatching(before: Tokens, after: Tokens): TokenMatching {
  return {
    before,
    after,
    partners: new Int32Array(before.count).fill(-1),
    origins: new Int32Array(after.count).fill(-1),
    states: { before: new Uint8Array(before.count), after: new Uint8Array(after.count) },
  };
}

/** The same matching with the two drafts swapped. */
export function swapSides({ before, after, partners, origins, states }: TokenMatching): TokenMatching {
  return {
    before: after,
    after: before,
    partners: origins,
    origins: partners,
    states: { before: states.after, after: states.before },
  };
}

/** Matches the tokens of a block. */
export function addBlock(matching: TokenMatching, block: MatchBlock, order: MatchOrder): void {
  for (let step = 0; step < block.length; step += 1) {
    matching.partners[block.before + step] = block.after + step;
    matching.origins[block.after + step] = block.before + step;
    matching.states.before[block.before + step] = order;
    matching.states.after[block.after + step] = order;
  }
}

/** Unmatches tokens of the draft before and their partners. */
export function removePartners(
  matching: TokenMatching,
  { before, length }: Pick<MatchBlock, 'before' | 'length'>,
): void {
  for (let index = before; index < before + length; index += 1) {
    const partner = intAt(matching.partners, index);
    if (partner === -1) continue;
    matching.partners[index] = -1;
    matching.origins[partner] = -1;
    matching.states.before[index] = unmatched;
    matching.states.after[partner] = unmatched;
  }
}

/** Whether two tokens are the same and neither is matched. */
export function canMatch({ before, after, states }: TokenMatching, a: number, b: number): boolean {
  return (
    intAt(before.ids, a) === intAt(after.ids, b) &&
    states.before[a] === unmatched &&
    states.after[b] === unmatched
  );
}

/** The matched tokens as blocks, each as long as possible, in order of the draft before. */
export function listBlocks({ partners }: TokenMatching): MatchBlock[] {
  const blocks: MatchBlock[] = [];
  for (let start = 0; start < partners.length; ) {
    const after = intAt(partners, start);
    let end = start + 1;
    if (after !== -1) {
      while (end < partners.length && intAt(partners, end) === after + end - start) end += 1;
      blocks.push({ before: start, after, length: end - start });
    }
    start = end;
  }
  return blocks;
}

/** The parts of a block whose tokens are not matched in either draft. */
export function findUnmatchedParts({ states }: TokenMatching, block: MatchBlock): MatchBlock[] {
  const parts: MatchBlock[] = [];
  let start = -1;
  for (let step = 0; step <= block.length; step += 1) {
    const isFree =
      step < block.length &&
      states.before[block.before + step] === unmatched &&
      states.after[block.after + step] === unmatched;
    if (isFree && start === -1) start = step;
    if (!isFree && start !== -1) {
      parts.push({ before: block.before + start, after: block.after + start, length: step - start });
      start = -1;
    }
  }
  return parts;
}

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
