import type { Strip } from './strips';

/** Strips to be read line by line from the top, before those of the next column. */
export interface Column {
  strips: Strip[];
  left: number;
  right: number;
}

/** What stands side by side over some height of a page. */
interface Band {
  left: Strip[];
  right: Strip[];
}

/** In sizes of the letters: the narrowest gap between columns, and how far columns begin from the same edge. */
const gutter = 0.6;
const ragged = 0.4;

/**
 * The columns of a page in the order of reading: what spans them parts them, so that a title comes before both columns under
 * it and a picture's words come where the columns are cut. Columns in columns are found in turn.
 */
export function columnsOf(strips: readonly Strip[]): Column[] {
  const sorted = strips.toSorted((a, b) => a.y - b.y || a.left - b.left);
  const best = bestCut(sorted);
  if (best === null) return sorted.length === 0 ? [] : [columnOf(sorted)];
  return best.flatMap((part) =>
    'right' in part
      ? [...columnsOf(part.left), ...columnsOf(part.right)]
      : part.every(({ left }) => left === part[0]?.left) && best.length === 1
        ? [columnOf(part)]
        : columnsOf(part),
  );
}
