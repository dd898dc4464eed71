import { intAt } from '../../text/sequences/at';
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
