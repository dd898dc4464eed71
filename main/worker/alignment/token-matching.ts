import { at, intAt } from '#shared/text/sequences/at.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';

/** Consecutive tokens of one draft that match consecutive tokens of the other: the index of the first in each, and how many. */
export interface MatchBlock {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** A range of tokens in each of the two drafts, half-open. */
export interface TokenWindow {
  readonly before: number;
  readonly beforeEnd: number;
  readonly after: number;
  readonly afterEnd: number;
}

/** Whether the tokens of a block are the same in both drafts. */
export function hasSameTokens(
  before: Tokens,
  after: Tokens,
  { before: first, after: other, length }: MatchBlock,
): boolean {
  for (let step = 0; step < length; step += 1)
    if (intAt(before.ids, first + step) !== intAt(after.ids, other + step)) return false;
  return true;
}

/** Cuts blocks, which are in order of both drafts, so that none overlaps the block before it. */
export function removeOverlaps(blocks: readonly MatchBlock[]): MatchBlock[] {
  const separate: MatchBlock[] = [];
  let before = 0;
  let after = 0;
  for (const block of blocks) {
    const overlap = Math.max(0, before - block.before, after - block.after);
    if (overlap >= block.length) continue;
    separate.push({
      before: block.before + overlap,
      after: block.after + overlap,
      length: block.length - overlap,
    });
    before = block.before + block.length;
    after = block.after + block.length;
  }
  return separate;
}

/** Joins blocks, which are in order of the draft before, where one continues another in both drafts. */
export function joinAdjacentBlocks(blocks: readonly MatchBlock[]): MatchBlock[] {
  const joined: MatchBlock[] = [];
  let open: { before: number; after: number; length: number } | null = null;
  for (const { before, after, length } of blocks) {
    if (open && before === open.before + open.length && after === open.after + open.length)
      open.length += length;
    else {
      open = { before, after, length };
      joined.push(open);
    }
  }
  return joined;
}

const none = -1;

/**
 * The chain of blocks that are in the same order in both drafts and together hold the most tokens: the text that stayed. The
 * other blocks moved. The blocks come in order of the draft before. This is the longest increasing subsequence, weighted by
 * tokens; a Fenwick tree holds the best chain up to each position of the draft after, so it takes n log n steps.
 */
export function chainAnchors(blocks: readonly MatchBlock[]): MatchBlock[] {
  const byAfter = blocks.map((_, index) => index).sort((a, b) => at(blocks, a).after - at(blocks, b).after);
  const ranks = new Int32Array(blocks.length);
  for (const [rank, index] of byAfter.entries()) ranks[index] = rank + 1;

  const weights = new Int32Array(blocks.length);
  const previous = new Int32Array(blocks.length).fill(none);
  const best = new Int32Array(blocks.length + 1).fill(none);
  let last = none;
  for (const [index, block] of blocks.entries()) {
    const rank = intAt(ranks, index);
    let from = none;
    for (let node = rank; node > 0; node -= node & -node)
      from = pickHeavier(weights, from, intAt(best, node));
    previous[index] = from;
    weights[index] = block.length + (from === none ? 0 : intAt(weights, from));
    for (let node = rank; node <= blocks.length; node += node & -node)
      best[node] = pickHeavier(weights, intAt(best, node), index);
    last = pickHeavier(weights, last, index);
  }

  const chain: MatchBlock[] = [];
  for (let index = last; index !== none; index = intAt(previous, index)) chain.push(at(blocks, index));
  return chain.reverse();
}

/** The heavier of two chains, each named by the index of its last block; the first where they weigh the same. */
function pickHeavier(weights: Int32Array, a: number, b: number): number {
  if (a === none) return b;
  if (b === none) return a;
  return intAt(weights, b) > intAt(weights, a) ? b : a;
}

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
