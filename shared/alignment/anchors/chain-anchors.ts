import { at, intAt } from '../../text/sequences/at';
import type { MatchBlock } from '../blocks/match-blocks';

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
