import type { Report, ReportBlock } from '../../model/report-model';

/** How far apart two claims can begin on one line, in UTF-16 code units: the longest line has fewer letters. */
const longestLine = 70;

/** How many numbers stand side by side at most. */
const maxColumns = 4;

/** The column of the margin in which each claim's number stands, counted from 0 at the text. */
export type MarginColumns = ReadonlyMap<number, number>;

/** A claim, and how far from the one before it begins, in UTF-16 code units. */
interface Beginning {
  number: number;
  distance: number;
}

function listBeginnings({ runs }: ReportBlock): Beginning[] {
  const beginnings: Beginning[] = [];
  let distance = Number.POSITIVE_INFINITY;
  for (const { text, claims } of runs) {
    for (const { number } of claims.filter(({ begins }) => begins)) {
      beginnings.push({ number, distance });
      distance = 0;
    }
    distance += text.length;
  }
  return beginnings;
}

/** Parts claims where the next one begins on another line, and, while they are more than the columns, at the largest distance. */
function groupByLine(beginnings: readonly Beginning[]): (readonly Beginning[])[] {
  const distances = beginnings.slice(1).map(({ distance }) => distance);
  const largest = Math.max(0, ...distances);
  if (largest <= longestLine && beginnings.length <= maxColumns) return [beginnings];
  const cut = 1 + distances.indexOf(largest);
  return [...groupByLine(beginnings.slice(0, cut)), ...groupByLine(beginnings.slice(cut))];
}

/**
 * Assigns the numbers of a galley to columns of the margin. Where a line breaks is not known before the page is laid out, so claims that
 * may begin on the same line get one column after the other: on every line the numbers follow one another. Only a long chain of claims
 * that are all less than a line apart may begin anew in the middle of a line.
 */
export function assignMarginColumns({ blocks }: Pick<Report, 'blocks'>): MarginColumns {
  const groups = blocks.flatMap((block) => groupByLine(listBeginnings(block)));
  return new Map(groups.flatMap((group) => group.map(({ number }, column) => [number, column] as const)));
}
