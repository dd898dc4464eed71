import { intAt } from '../../text/sequences/at';
import type { MatchBlock } from '../blocks/match-blocks';
import { inOrder, listBlocks, type TokenMatching } from '../blocks/token-matching';
import type { Tokens } from '../tokens/tokens';
import { findBoundarySlide } from './boundary-slide';
import { findUnreliableEnds } from './unreliable-ends';

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
function countRepeatedTokens(
  { ids }: Tokens,
  left: MatchBlock,
  right: MatchBlock,
  side: 'before' | 'after',
): number {
  const boundary = right[side];
  for (let count = Math.min(maxRepetition, left.length, right.length); count >= minRepetition; count -= 1) {
    let step = 0;
    while (step < count && intAt(ids, boundary - count + step) === intAt(ids, boundary + step)) step += 1;
    if (step === count) return count;
  }
  return 0;
}
