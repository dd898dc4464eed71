import { intAt } from '../../text/sequences/at';
import type { MatchBlock } from '../blocks/match-blocks';
import {
  addBlock,
  inOrder,
  listBlocks,
  outOfOrder,
  removePartners,
  type TokenMatching,
  unmatched,
} from '../blocks/token-matching';
import { rateBreakBefore } from '../tokens/tokens';

/** How far the boundary between two blocks that touch in one of the drafts can slide, and where it is best. */
interface BoundarySlide {
  /** How many of the last tokens of the left block, and of the first of the right one, leave a boundary that is as good. */
  readonly tail: number;
  readonly head: number;
  /** By how many tokens to move the boundary to the best place: to the right, or to the left where negative. */
  readonly shift: number;
}

type Side = 'before' | 'after';
type Position = Readonly<Record<Side, number>>;
type MovingBlock = { -readonly [Key in keyof MatchBlock]: MatchBlock[Key] };

/** Whether the tokens a number of steps away from two others are the same. */
function isSameToken({ before, after }: TokenMatching, from: Position, step: number): boolean {
  const a = from.before + step;
  const b = from.after + step;
  if (a < 0 || b < 0 || a >= before.count || b >= after.count) return false;
  return intAt(before.ids, a) === intAt(after.ids, b);
}

/**
 * Where the boundary between two blocks that touch on one side is best. When `The rain fell. The sun` loses its first sentence,
 * `The` could belong to either block. Whole sentences are removed and inserted more often than parts of two, so the best
 * boundary is the one where the texts are divided most strongly.
 */
export function findBoundarySlide(
  matching: TokenMatching,
  left: MatchBlock,
  right: MatchBlock,
  touching: Side,
): BoundarySlide {
  const other = touching === 'before' ? 'after' : 'before';
  const leftEnd = { before: left.before + left.length, after: left.after + left.length };
  const rate = (shift: number) =>
    rateBreakBefore(matching[touching], right[touching] + shift) +
    rateBreakBefore(matching[other], leftEnd[other] + shift) +
    rateBreakBefore(matching[other], right[other] + shift);
  const isFree = (token: number) => matching.states[other][token] === unmatched;

  const current = rate(0);
  let best = { shift: 0, rating: current };
  let [tail, head] = [0, 0];
  const tryShift = (shift: number, isReachable: boolean) => {
    const rating = rate(shift);
    if (rating >= current && shift < 0) tail = -shift;
    if (rating >= current && shift > 0) head = shift;
    if (rating > best.rating && isReachable) best = { shift, rating };
  };
  let isReachable = true;
  for (let step = 1; step <= left.length && isSameToken(matching, right, -step); step += 1) {
    isReachable &&= isFree(right[other] - step);
    tryShift(-step, isReachable);
  }
  isReachable = true;
  for (let step = 0; step < right.length && isSameToken(matching, leftEnd, step); step += 1) {
    isReachable &&= isFree(leftEnd[other] + step);
    tryShift(step + 1, isReachable);
  }
  return { tail, head, shift: best.shift };
}

/** Moves the boundaries between touching blocks to where the texts are divided most strongly. */
export function slideBoundaries(matching: TokenMatching): void {
  const moving: MovingBlock[] = listBlocks(matching);
  for (const side of ['before', 'after'] as const) {
    const ordered = moving.filter(({ length }) => length > 0).sort((a, b) => a[side] - b[side]);
    for (const [index, right] of ordered.entries()) {
      const left = ordered[index - 1];
      if (!left || left[side] + left.length !== right[side]) continue;
      const { shift } = findBoundarySlide(matching, left, right, side);
      if (shift !== 0) slideBoundary(matching, left, right, shift);
    }
  }
}

/** Gives the first tokens of the right block to the left one, or the last of the left one to the right. */
function slideBoundary(matching: TokenMatching, left: MovingBlock, right: MovingBlock, shift: number): void {
  const grows = shift < 0 ? right : left;
  const isOrdered = matching.states.before[grows.before] === inOrder;
  removePartners(
    matching,
    shift < 0 ? slice(left, left.length + shift, left.length) : slice(right, 0, shift),
  );
  left.length += shift;
  right.before += shift;
  right.after += shift;
  right.length -= shift;
  const gained = shift < 0 ? slice(right, 0, -shift) : slice(left, left.length - shift, left.length);
  addBlock(matching, gained, isOrdered ? inOrder : outOfOrder);
}

/** The part of a block from one of its tokens up to another. */
function slice({ before, after }: MatchBlock, start: number, end: number): MatchBlock {
  return { before: before + start, after: after + start, length: end - start };
}
