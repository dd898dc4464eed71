import type { DiffRow } from './diff-rows';
import type { Hunk } from './hunk';

/** The changes of a comparison, numbered from 0 through all its rows. */
export interface NumberedChanges {
  count: number;
  /** By row: the number of the change that a hunk belongs to. Hunks that are the same in both drafts have none. */
  byRow: readonly ReadonlyMap<Hunk, number>[];
}

/** Numbers the changes of a comparison: consecutive hunks of a row that differ are one change. */
export function numberChanges(rows: readonly DiffRow[]): NumberedChanges {
  let count = 0;
  const byRow = rows.map(({ hunks }) => {
    const numbers = new Map<Hunk, number>();
    let isInChange = false;
    for (const hunk of hunks) {
      if (hunk.kind === 'same') {
        isInChange = false;
        continue;
      }
      if (!isInChange) count += 1;
      isInChange = true;
      numbers.set(hunk, count - 1);
    }
    return numbers;
  });
  return { count, byRow };
}
