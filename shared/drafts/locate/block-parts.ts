import type { Alignment } from '../../alignment/align-drafts';
import type { ScoredBlock } from '../../alignment/scoring/score-blocks';
import type { TokenRange, Tokens } from '../../alignment/tokens/tokens';
import { at, intAt } from '../../text/sequences/at';

/** The part of a block that lies in a range of tokens of the draft before. */
export interface BlockPart {
  readonly block: ScoredBlock;
  readonly before: number;
  readonly after: number;
  readonly length: number;
  /** The letters of its tokens, so that short words, which occur everywhere, count for little. */
  readonly letterCount: number;
}

/** How many parts back the previous part of a chain is searched. */
const maxLookBack = 32;

/** At most this many tokens inserted between two parts raise no doubt that both belong to the span. */
const maxSmallInsertion = 2;

/** How many letters the tokens of a range have, in UTF-16 code units. */
export function countLetters(tokens: Tokens, { start, end }: TokenRange): number {
  let letters = 0;
  for (let token = start; token < end; token += 1)
    letters += intAt(tokens.ends, token) - intAt(tokens.starts, token);
  return letters;
}

/** The matched parts of a range of tokens of the draft before, in its order. */
export function findBlockParts(
  { blocks, blockIndexByToken, tokens }: Alignment,
  range: TokenRange,
): BlockPart[] {
  const parts: BlockPart[] = [];
  for (let index = intAt(blockIndexByToken, range.start); ; index += 1) {
    const block = blocks[index];
    if (!block || block.before >= range.end) return parts;
    const start = Math.max(block.before, range.start);
    const end = Math.min(block.before + block.length, range.end);
    if (start >= end) continue;
    parts.push({
      block,
      before: start,
      after: block.after + start - block.before,
      length: end - start,
      letterCount: countLetters(tokens.before, { start, end }),
    });
  }
}

/**
 * Chooses the parts that are in order in the draft after, not far from each other, and together have the most letters: where
 * most of the span went.
 */
export function chainBlockParts(parts: readonly BlockPart[], range: TokenRange): BlockPart[] {
  const reach = Math.max(8, (range.end - range.start) / 2);
  const weights: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, part] of parts.entries()) {
    let weight = part.letterCount;
    let from = -1;
    for (let back = index - 1; back >= Math.max(0, index - maxLookBack); back -= 1) {
      const other = at(parts, back);
      const gapBefore = part.before - other.before - other.length;
      const gapAfter = part.after - other.after - other.length;
      if (gapAfter < 0 || gapAfter > 2 * gapBefore + reach) continue;
      // A short word beyond many inserted ones does not belong to the span.
      const inserted = Math.max(0, gapAfter - gapBefore - maxSmallInsertion);
      const joined = at(weights, back) + part.letterCount - inserted;
      if (joined <= weight) continue;
      weight = joined;
      from = back;
    }
    weights.push(weight);
    previous.push(from);
    if (last === -1 || weight > at(weights, last)) last = index;
  }
  const chain: BlockPart[] = [];
  for (let index = last; index !== -1; index = at(previous, index)) chain.push(at(parts, index));
  return chain.reverse();
}
