import { z } from 'zod';
import { type Alignment, alignDrafts } from '../../alignment/align-drafts';
import type { DraftText } from '../../alignment/tokens/draft-text';
import { spanSchema } from '../../text/span';
import { samePieces } from './matched-hunks';
import { oneSided } from './unmatched-hunks';

const pieceSchema = z.strictObject({
  /**
   * `same` may differ in spaces alone; `restyled` are the same words written otherwise; `movedAway` and `movedHere` the same words in another place. What is on
   * one side only has a null on the other.
   */
  kind: z.enum(['same', 'restyled', 'removed', 'added', 'movedAway', 'movedHere']),
  /** UTF-16 offsets into the text of each draft. */
  before: spanSchema.nullable(),
  after: spanSchema.nullable(),
});

export const comparisonSchema = z.array(pieceSchema);

/** What two drafts have in common and what they do not, word by word, in reading order; no piece goes over a block's end. */
export type Comparison = z.infer<typeof comparisonSchema>;

export type ComparisonPiece = Comparison[number];

/** The pieces of two drafts that were aligned. */
export function piecesOf(alignment: Alignment): Comparison {
  const { before, after } = alignment.words;
  if (alignment.isSame)
    return alignment.after.blocks.map(({ start, end }) => {
      const span = { start, end };
      return { kind: 'same', before: span, after: span };
    });
  const moved = alignment.stretches.filter((stretch) => stretch.moved);
  const removedUpTo = oneSided(before, moved, 'before');
  const addedUpTo = oneSided(after, moved, 'after');
  const pieces: Comparison = [];
  const take = (more: Iterable<ComparisonPiece>) => {
    for (const piece of more) pieces.push(piece);
  };
  for (const stretch of alignment.stretches) {
    if (stretch.moved) continue;
    take(removedUpTo(stretch.before, stretch.length));
    take(addedUpTo(stretch.after, stretch.length));
    take(samePieces(alignment, stretch));
  }
  take(removedUpTo(before.count));
  take(addedUpTo(after.count));
  return pieces;
}

/** Compares two drafts. Takes time nearly in line with their length. */
export function compareDrafts(before: DraftText, after: DraftText): Comparison {
  return piecesOf(alignDrafts(before, after));
}
