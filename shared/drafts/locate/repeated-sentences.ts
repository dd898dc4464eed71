import type { Alignment } from '../../alignment/alignment';
import type { ScoredBlock } from '../../alignment/scoring/score-blocks';
import { rateBreakBefore, sentenceBreak } from '../../alignment/tokens/rate-break';
import type { TokenRange } from '../../alignment/tokens/tokens';
import { intAt } from '../../text/sequences/at';

/**
 * Whether tokens of the draft before lie in the first or last sentence of a block, and another copy of that sentence was not
 * matched. A neighbour on one side alone does not identify the copy.
 */
export function isInRepeatedSentence(alignment: Alignment, block: ScoredBlock, range: TokenRange): boolean {
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
