import type { ComparisonPiece } from './diff-hunks';
import type { ComparedRow } from './diff-rows';

/** The rows of a comparison with their changes, numbered from 0 through all rows. */
export interface ComparedChanges {
  count: number;
  /** By row: the number of the change that a piece belongs to; none for what is the same. */
  byRow: readonly ReadonlyMap<ComparisonPiece, number>[];
}

/** Numbers the changes of two drafts: pieces that differ and follow each other in a row are one. */
export function changesIn(rows: readonly ComparedRow[]): ComparedChanges {
  let count = 0;
  const byRow = rows.map(({ pieces }) => {
    const numbers = new Map<ComparisonPiece, number>();
    let isOpen = false;
    for (const piece of pieces) {
      if (piece.kind === 'same') {
        isOpen = false;
        continue;
      }
      if (!isOpen) count += 1;
      isOpen = true;
      numbers.set(piece, count - 1);
    }
    return numbers;
  });
  return { count, byRow };
}
