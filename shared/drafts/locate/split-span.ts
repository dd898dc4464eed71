import type { Alignment } from '../../alignment/align-drafts';
import type { Stretch } from '../../alignment/scored-blocks';
import type { WordRange } from '../../alignment/tokens/snap-span';
import { at, type Tokens } from '../../alignment/tokens/tokens';

/** The part of a stretch that lies in a range of words of the draft before. */
export interface Piece {
  readonly stretch: Stretch;
  readonly before: number;
  readonly after: number;
  readonly length: number;
  /** The letters of its words, so that short words, which stand everywhere, count for little. */
  readonly letters: number;
}

/** Pieces further back than this are not tried as the one before. */
const lookBack = 32;

/** So many words may be put in between pieces without a doubt that both belong to the place. */
const fewWords = 2;

/** How many letters the words of a range have. */
export function lettersOf(tokens: Tokens, { start, end }: WordRange): number {
  let letters = 0;
  for (let word = start; word < end; word += 1) letters += at(tokens.ends, word) - at(tokens.starts, word);
  return letters;
}

/** What of a range of words has partners, in order of the draft before. */
export function piecesIn(
  { stretches, stretchesByWord, words: tokens }: Alignment,
  words: WordRange,
): Piece[] {
  const pieces: Piece[] = [];
  for (let index = at(stretchesByWord, words.start); ; index += 1) {
    const stretch = stretches[index];
    if (!stretch || stretch.before >= words.end) return pieces;
    const start = Math.max(stretch.before, words.start);
    const end = Math.min(stretch.before + stretch.length, words.end);
    if (start >= end) continue;
    pieces.push({
      stretch,
      before: start,
      after: stretch.after + start - stretch.before,
      length: end - start,
      letters: lettersOf(tokens.before, { start, end }),
    });
  }
}

/** The pieces that lie in order in the draft after, not far apart, and hold the most letters: where most of the span went. */
export function heaviestPieces(pieces: readonly Piece[], words: WordRange): Piece[] {
  const reach = Math.max(8, (words.end - words.start) / 2);
  const weights: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, piece] of pieces.entries()) {
    let weight = piece.letters;
    let from = -1;
    for (let back = index - 1; back >= Math.max(0, index - lookBack); back -= 1) {
      const other = pieces[back];
      if (!other) continue;
      const gapBefore = piece.before - other.before - other.length;
      const gapAfter = piece.after - other.after - other.length;
      if (gapAfter < 0 || gapAfter > 2 * gapBefore + reach) continue;
      // A short word beyond many others that were put in is no part of the place.
      const putIn = Math.max(0, gapAfter - gapBefore - fewWords);
      const joined = (weights[back] ?? 0) + piece.letters - putIn;
      if (joined <= weight) continue;
      weight = joined;
      from = back;
    }
    weights.push(weight);
    previous.push(from);
    if (last === -1 || weight > (weights[last] ?? 0)) last = index;
  }
  const chain: Piece[] = [];
  for (let index = last; index !== -1; index = previous[index] ?? -1) {
    const piece = pieces[index];
    if (piece) chain.push(piece);
  }
  return chain.reverse();
}
