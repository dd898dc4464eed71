import type { ScoredBlock } from '../../alignment/scoring/score-blocks';
import { getTokenSpan, type TokenRange, type Tokens } from '../../alignment/tokens/tokens';
import type { Span } from '../../text/span';
import { isLastInBlock } from './block-ends';
import type { Hunk } from './hunk';

/** The spans of a range of tokens, one for each block of the draft. */
function splitAtBlocks(tokens: Tokens, range: TokenRange): Span[] {
  const spans: Span[] = [];
  let { start } = range;
  for (let token = range.start; token < range.end; token += 1)
    if (token + 1 === range.end || isLastInBlock(tokens, token)) {
      spans.push(getTokenSpan(tokens, { start, end: token + 1 }));
      start = token + 1;
    }
  return spans;
}

/**
 * Reads the tokens of one draft that did not stay in order. Each call returns the hunks up to a token, and skips a number of
 * tokens behind it. Tokens of moved blocks are distinguished from those that are in this draft only.
 */
export function createUnmatchedHunkReader(
  tokens: Tokens,
  movedBlocks: readonly ScoredBlock[],
  side: 'before' | 'after',
): (end: number, skip?: number) => Hunk[] {
  const moved = movedBlocks.toSorted((a, b) => a[side] - b[side]);
  const createHunks = (kind: Hunk['kind'], range: TokenRange) =>
    splitAtBlocks(tokens, range).map(
      (span): Hunk =>
        side === 'before' ? { kind, before: span, after: null } : { kind, before: null, after: span },
    );
  const createUnmatched = (start: number, end: number) =>
    createHunks(side === 'before' ? 'removed' : 'added', { start, end });
  const createMoved = (start: number, end: number) =>
    createHunks(side === 'before' ? 'movedAway' : 'movedHere', { start, end });
  let token = 0;
  let next = 0;
  return (end, skip = 0) => {
    const hunks: Hunk[] = [];
    for (let block = moved[next]; block && block[side] < end; block = moved[next]) {
      hunks.push(...createUnmatched(token, block[side]));
      token = block[side] + block.length;
      hunks.push(...createMoved(block[side], token));
      next += 1;
    }
    hunks.push(...createUnmatched(token, end));
    token = end + skip;
    return hunks;
  };
}
