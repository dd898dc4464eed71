import type { Alignment } from '../../alignment/align-drafts';
import { nearSentence } from '../../alignment/tokens/sentence-at';
import { spanOfWords, type WordRange } from '../../alignment/tokens/snap-span';
import { at } from '../../alignment/tokens/tokens';
import type { Span } from '../../text/span';
import { isSure } from './confidence';
import { putBefore, putBehind } from './extend-into-insertions';
import { holdsHalf } from './similarity';
import { heaviestPieces, lettersOf, type Piece, piecesIn } from './split-span';

/** Of a span's letters, so much at least has to be found for the place to be called its own. */
const leastFound = 0.35;

/** Where words of the draft before stand in the draft after, as far as can be told. */
export interface Place {
  /** UTF-16 offsets into the draft after. */
  readonly span: Span;
  /** Whether they changed places with others. */
  readonly moved: boolean;
  /** Whether nothing but this place can be meant, as far as its words are the same. */
  readonly sure: boolean;
  /** Whether half of the words at least were found there. If not, it is another text that may stand for them. */
  readonly isLike: boolean;
}

/** The place of a span's words (UTF-16 offsets into the draft before); null when they are gone. */
export function placeOf(alignment: Alignment, span: Span, words: WordRange): Place | null {
  const pieces = piecesIn(alignment, words);
  const [first] = pieces;
  if (first && first.length === words.end - words.start) {
    const place = placeOfPiece(alignment, span, words, first);
    return { span: place, moved: first.stretch.moved, sure: isSure(alignment, first), isLike: true };
  }
  return placeOfPieces(alignment, span, words, pieces) ?? placeBetween(alignment, span, words);
}

/** The place of words that stand there all in a row: just they if the text is the same, else what was put in at its ends too. */
function placeOfPiece(alignment: Alignment, span: Span, words: WordRange, piece: Piece): Span {
  const { before, after } = alignment;
  const end = piece.after + piece.length;
  const place = spanOfWords(alignment.words, span, words, { start: piece.after, end });
  if (before.text.slice(span.start, span.end) === after.text.slice(place.start, place.end)) return place;
  return spanOfWords(alignment.words, span, words, {
    start: piece.after - putBefore(alignment, span, words, piece),
    end: end + putBehind(alignment, span, words, piece),
  });
}

function placeOfPieces(
  alignment: Alignment,
  span: Span,
  words: WordRange,
  pieces: readonly Piece[],
): Place | null {
  const chain = heaviestPieces(pieces, words);
  const found = chain.reduce((sum, { letters }) => sum + letters, 0);
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last || found < leastFound * lettersOf(alignment.words.before, words)) return null;
  const now = {
    start: first.after - putBefore(alignment, span, words, first),
    end: last.after + last.length + putBehind(alignment, span, words, last),
  };
  const movedLetters = chain.reduce((sum, { letters, stretch }) => sum + (stretch.moved ? letters : 0), 0);
  return {
    span: spanOfWords(alignment.words, span, words, now),
    moved: movedLetters * 2 > found,
    sure: false,
    isLike: holdsHalf(alignment.words, words, now),
  };
}

/** So many words between two that stayed may have been replaced without a word in common. */
const longestReplaced = 8;

/** The place of words that were all replaced, between words that stayed, of which one at least is in their sentence. */
function placeBetween(alignment: Alignment, span: Span, words: WordRange): Place | null {
  const { partners, origins, before } = alignment;
  const tokens = alignment.words;
  let left = words.start - 1;
  while (left >= 0 && words.start - left <= longestReplaced && at(partners, left) === -1) left -= 1;
  let right = words.end;
  while (right < tokens.before.count && right - words.end < longestReplaced && at(partners, right) === -1)
    right += 1;
  const from = left < 0 ? -1 : at(partners, left) + 1;
  const to = right < tokens.before.count ? at(partners, right) : -1;
  const taken = right - left - 1;
  const put = to - from;
  if (from <= 0 || to === -1 || taken > longestReplaced || put <= 0 || put > 2 * taken + 4) return null;
  for (let word = from; word < to; word += 1) if (at(origins, word) !== -1) return null;
  const sentence = nearSentence(before.text, before.blocks, span, before.language);
  if (at(tokens.before.starts, left) < sentence.start && at(tokens.before.starts, right) >= sentence.end)
    return null;
  const start = from + Math.min(put - 1, Math.round((put * (words.start - left - 1)) / taken));
  const end = Math.max(start + 1, from + Math.round((put * (words.end - left - 1)) / taken));
  return { span: spanOfWords(tokens, span, words, { start, end }), moved: false, sure: false, isLike: false };
}
