import { at, intAt } from '../../text/sequences/at';
import type { Tokens } from '../tokens/tokens';

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
