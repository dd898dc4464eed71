import type { Stretch } from '../../alignment/scored-blocks';
import type { Tokens } from '../../alignment/tokens/tokens';
import { endsBlock, spanOf } from '../../alignment/tokens/word-spans';
import type { Span } from '../../text/span';
import type { ComparisonPiece } from './diff-hunks';

/** The words from one on, cut where blocks end. */
function spansOf(tokens: Tokens, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (let word = from; word < to; word += 1)
    if (word + 1 === to || endsBlock(tokens, word)) {
      spans.push(spanOf(tokens, start, word + 1));
      start = word + 1;
    }
  return spans;
}

/**
 * Goes through the words of one side that are not in order on the other: each call gives the pieces up to a word, and leaves
 * out as many words behind it as it is told. Those that moved are told from those that are on this side only.
 */
export function oneSided(tokens: Tokens, stretches: readonly Stretch[], side: 'before' | 'after') {
  const moved = stretches.toSorted((a, b) => a[side] - b[side]);
  const [alone, apart] =
    side === 'before' ? (['removed', 'movedAway'] as const) : (['added', 'movedHere'] as const);
  const piecesOf = (kind: ComparisonPiece['kind'], from: number, to: number) =>
    spansOf(tokens, from, to).map((span): ComparisonPiece => {
      return { kind, before: side === 'before' ? span : null, after: side === 'after' ? span : null };
    });
  let word = 0;
  let next = 0;
  return (to: number, skip = 0): ComparisonPiece[] => {
    const pieces: ComparisonPiece[] = [];
    for (let stretch = moved[next]; stretch && stretch[side] < to; stretch = moved[next]) {
      pieces.push(...piecesOf(alone, word, stretch[side]));
      word = stretch[side] + stretch.length;
      pieces.push(...piecesOf(apart, stretch[side], word));
      next += 1;
    }
    pieces.push(...piecesOf(alone, word, to));
    word = to + skip;
    return pieces;
  };
}
