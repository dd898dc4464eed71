import { intAt } from '#shared/text/sequences/at.ts';
import {
  paragraphBreak,
  rateBreakBefore,
  sentenceBreak,
  type Tokens,
} from '#shared/text-changes/tokens/tokens.ts';
import {
  addBlock,
  inOrder,
  listBlocks,
  type MatchBlock,
  outOfOrder,
  removePartners,
  type TokenMatching,
  unmatched,
} from './token-matching.ts';

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
function findBoundarySlide(
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

/** How many tokens at the start and at the end of a block may be there by chance. */
interface UnreliableEnds {
  readonly head: number;
  readonly tail: number;
}

/** At most this many tokens on the far side of a sentence boundary may be matched by chance. */
const maxChanceTokens = 2;

/** At most this many tokens are replaced where a sentence is otherwise the same. */
const maxReplacedTokens = 2;

/** A block with its neighbours in the draft before, if there are any. */
interface BlockContext {
  readonly previous: MatchBlock | undefined;
  readonly block: MatchBlock;
  readonly next: MatchBlock | undefined;
}

/**
 * Finds tokens at the ends of a block that may be matched by chance: one or two tokens of a sentence whose rest is another now,
 * as `The` in `… rained. The`.
 */
function findUnreliableEnds(
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

/** A block of matched tokens, as long as possible, with what is known of how reliable it is. */
export interface ScoredBlock extends MatchBlock {
  /** Whether its order is another than that of the text around it. */
  readonly isMoved: boolean;
  /** Whether it holds an n-gram that is unique in each draft. */
  readonly hasUniqueNgram: boolean;
  /** How many of its first and of its last tokens may as well belong to the block beside it. */
  unreliableHead: number;
  unreliableTail: number;
}

/** Lengths of repetitions, in tokens, that are looked for where blocks touch. */
const minRepetition = 4;
const maxRepetition = 60;

/** The matched tokens as scored blocks, in order of the draft before. `ngrams` are unique, and at least `ngramSize` long. */
export function scoreBlocks(
  matching: TokenMatching,
  ngrams: readonly MatchBlock[],
  ngramSize: number,
): ScoredBlock[] {
  const { partners, states } = matching;
  const ngramStarts = markNgramStarts(partners, ngrams, ngramSize);
  const scored = listBlocks(matching).map((block, index, blocks): ScoredBlock => {
    const { before, after, length } = block;
    const { head, tail } = findUnreliableEnds(matching, {
      previous: blocks[index - 1],
      block,
      next: blocks[index + 1],
    });
    return {
      // Named one by one: spreading an object takes longer than all the rest of this.
      before,
      after,
      length,
      isMoved: !hasMark(states.before, before, before + length, inOrder),
      hasUniqueNgram: hasMark(ngramStarts, before, before + length, 1),
      unreliableHead: head,
      unreliableTail: tail,
    };
  });
  markContestedEnds(scored, matching);
  return scored;
}

/** By token of the draft before, the index of the first block that ends behind it. */
export function indexBlocksByToken(blocks: readonly ScoredBlock[], count: number): Int32Array {
  const byToken = new Int32Array(count).fill(blocks.length);
  let token = 0;
  for (const [index, { before, length }] of blocks.entries()) {
    byToken.fill(index, token, before + length);
    token = before + length;
  }
  return byToken;
}

/** Marks with 1 the tokens at which a unique n-gram starts that was matched as it was found. */
function markNgramStarts(partners: Int32Array, ngrams: readonly MatchBlock[], ngramSize: number): Uint8Array {
  const marks = new Uint8Array(partners.length);
  for (const { before, after, length } of ngrams) {
    const needed = Math.min(ngramSize, length);
    for (let step = 0, matched = 0; step < length; step += 1) {
      matched = intAt(partners, before + step) === after + step ? matched + 1 : 0;
      if (matched >= needed) marks[before + step - needed + 1] = 1;
    }
  }
  return marks;
}

function hasMark(marks: Uint8Array, start: number, end: number, mark: number): boolean {
  for (let index = start; index < end; index += 1) if (marks[index] === mark) return true;
  return false;
}

/**
 * Marks the ends of touching blocks that either of them could hold as well. When `The rain. The rain.` is shortened to `The
 * rain.`, or one of the two moves, it can't be known which of them it was; so a span that holds such tokens has no certain
 * location.
 */
function markContestedEnds(blocks: readonly ScoredBlock[], matching: TokenMatching): void {
  for (const side of ['before', 'after'] as const) {
    const ordered = blocks.toSorted((a, b) => a[side] - b[side]);
    for (const [index, right] of ordered.entries()) {
      const left = ordered[index - 1];
      if (!left || left[side] + left.length !== right[side]) continue;
      const { tail, head } = findBoundarySlide(matching, left, right, side);
      const repeated = countRepeatedTokens(matching[side], left, right, side);
      left.unreliableTail = Math.max(left.unreliableTail, tail, repeated);
      right.unreliableHead = Math.max(right.unreliableHead, head, repeated);
    }
  }
}

/** How many of the last tokens of one block are repeated as the first of the next, where the two touch in a draft. */
function countRepeatedTokens({ ids }: Tokens, left: MatchBlock, right: MatchBlock, side: Side): number {
  const boundary = right[side];
  for (let count = Math.min(maxRepetition, left.length, right.length); count >= minRepetition; count -= 1) {
    let step = 0;
    while (step < count && intAt(ids, boundary - count + step) === intAt(ids, boundary + step)) step += 1;
    if (step === count) return count;
  }
  return 0;
}
