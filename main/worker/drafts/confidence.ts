import { intAt } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import {
  rateBreakBefore,
  sentenceBreak,
  type TokenRange,
  type Tokens,
} from '#shared/text-changes/tokens/tokens.ts';
import type { Alignment } from '../alignment/align-drafts.ts';
import type { AlignedGap } from '../alignment/align-gaps.ts';
import { ngramSize } from '../alignment/match-tokens.ts';
import type { ScoredBlock } from '../alignment/score-blocks.ts';
import { hasSameTokens, type MatchBlock } from '../alignment/token-matching.ts';

/** The part of a block that lies in a range of tokens of the draft before. */
export interface BlockPart {
  readonly block: ScoredBlock;
  readonly before: number;
  readonly after: number;
  readonly length: number;
  /** The letters of its tokens, so that short words, which occur everywhere, count for little. */
  readonly letterCount: number;
}

/**
 * Whether tokens of the draft before lie in the first or last sentence of a block, and another copy of that sentence was not
 * matched. A neighbour on one side alone does not identify the copy.
 */
function isInRepeatedSentence(alignment: Alignment, block: ScoredBlock, range: TokenRange): boolean {
  const { before, after } = alignment.tokens;
  const isBoundary = (step: number) =>
    rateBreakBefore(before, block.before + step) >= sentenceBreak ||
    rateBreakBefore(after, block.after + step) >= sentenceBreak;
  const start = block.before;
  const end = start + block.length;
  if (isBoundary(0)) {
    let length = 1;
    while (length < block.length && !isBoundary(length)) length += 1;
    if (range.start < start + length && hasUnmatchedCopy(alignment, block, { start, end: start + length }))
      return true;
  }
  if (!isBoundary(block.length)) return false;
  let step = block.length - 1;
  while (step > 0 && !isBoundary(step)) step -= 1;
  return range.end > start + step && hasUnmatchedCopy(alignment, block, { start: start + step, end });
}

/** Whether tokens of a block also occur elsewhere in one of the drafts, unmatched. */
function hasUnmatchedCopy(alignment: Alignment, block: ScoredBlock, range: TokenRange): boolean {
  const { tokens, occurrences, partners, origins } = alignment;
  const own = block.after + range.start - block.before;
  return (
    occurrences.before
      .find(tokens.before, range)
      .some((copy) => copy !== range.start && intAt(partners, copy) === -1) ||
    occurrences.after.find(tokens.before, range).some((copy) => copy !== own && intAt(origins, copy) === -1)
  );
}

/** Fewer tokens may occur anywhere, and so do not identify a location by themselves. */
const minIdentifyingTokens = 4;

/** Whether the matched location of consecutive tokens is the only one that they can have. */
export function isCertain(alignment: Alignment, part: Omit<BlockPart, 'letterCount'>): boolean {
  const { block, before, length } = part;
  const range = { start: before, end: before + length };
  const isContested =
    range.start < block.before + block.unreliableHead ||
    range.end > block.before + block.length - block.unreliableTail;
  if (isContested || isInRepeatedSentence(alignment, block, range)) return false;
  if (block.hasUniqueNgram) return true;
  if (block.isMoved) return length >= ngramSize && occursOnce(alignment, range);
  return isUniqueInGap(alignment, part) || occursOnce(alignment, range);
}

/** Whether tokens of the draft before occur once in each draft, and are enough to identify a location. */
export function occursOnce({ tokens, occurrences }: Alignment, range: TokenRange): boolean {
  return (
    range.end - range.start >= minIdentifyingTokens &&
    occurrences.before.find(tokens.before, range).length === 1 &&
    occurrences.after.find(tokens.before, range).length === 1
  );
}

/** Whether tokens lie in a gap that is the same text still, and occur once in it before and after. */
function isUniqueInGap(
  { tokens, gaps }: Alignment,
  { before, length }: Pick<MatchBlock, 'before' | 'length'>,
): boolean {
  const gap = findGapAround(gaps, before);
  if (!gap?.isSimilar || before + length > gap.beforeEnd) return false;
  const first = intAt(tokens.before.ids, before);
  const count = (draft: Tokens, start: number, end: number) => {
    let occurrences = 0;
    for (let after = start; after + length <= end; after += 1)
      if (intAt(draft.ids, after) === first && hasSameTokens(tokens.before, draft, { before, after, length }))
        occurrences += 1;
    return occurrences;
  };
  return (
    count(tokens.before, gap.before, gap.beforeEnd) === 1 &&
    count(tokens.after, gap.after, gap.afterEnd) === 1
  );
}

function findGapAround(gaps: readonly AlignedGap[], token: number): AlignedGap | null {
  const gap = gaps[findFirstIndex(gaps.length, (index) => (gaps[index]?.beforeEnd ?? 0) > token)];
  return gap && gap.before <= token ? gap : null;
}
