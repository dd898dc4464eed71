import { type Band, isMargin, isSideBySide, tailUnder } from './bands';
import type { Strip } from './strips';

/** In sizes of the letters: the narrowest gap between columns, what a line may run over into it, and how ragged left edges are. */
const gutter = 0.6;
const overrun = 0.15;
const ragged = 0.4;

/** Left edges that are tried, and columns in columns. */
const mostEdges = 40;
const deepest = 8;

/** Strips to be read line by line from the top; aside when the running text goes on without them. */
export interface Column {
  strips: Strip[];
  isAside: boolean;
}

/**
 * The strips of a page column by column, in the order of reading. What spans columns parts them: a title comes before both
 * columns under it. Columns in columns are found in turn; what stands in the margin comes after what it stands beside.
 */
export function columnsOf(strips: readonly Strip[], depth = 0): Column[] {
  if (strips.length === 0) return [];
  const sorted = strips.toSorted((a, b) => a.y - b.y || a.left - b.left);
  const parts = depth < deepest ? bestCut(sorted) : null;
  if (parts === null) return [{ strips: sorted, isAside: false }];
  return parts.flatMap((part) => {
    if (!('right' in part)) return columnsOf(part, depth + 1);
    const [left, right] = [columnsOf(part.left, depth + 1), columnsOf(part.right, depth + 1)];
    if (isMargin(part.left, part.right)) return [...right, ...aside(left)];
    return isMargin(part.right, part.left) ? [...left, ...aside(right)] : [...left, ...right];
  });
}

function aside(columns: Column[]): Column[] {
  return columns.map(({ strips }) => ({ strips, isAside: true }));
}

type Part = Strip[] | Band;

/** The page cut at the left edge that puts most letters into columns; null where there are none. `strips` from the top. */
function bestCut(strips: readonly Strip[]): Part[] | null {
  const size = strips.map((strip) => strip.size).toSorted((a, b) => a - b)[strips.length >> 1] ?? 1;
  let best: Part[] | null = null;
  let most = 0;
  for (const edge of edgesOf(strips)) {
    const parts = cutAt(strips, edge, size);
    const inColumns = parts.reduce(
      (sum, part) => ('right' in part ? sum + lettersIn(part.left) + lettersIn(part.right) : sum),
      0,
    );
    if (inColumns > most) [best, most] = [parts, inColumns];
  }
  return best;
}

/** Where at least two strips begin, the most used first. */
function edgesOf(strips: readonly Strip[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of strips) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, mostEdges)
    .map(([edge]) => edge);
}

function cutAt(strips: readonly Strip[], edge: number, size: number): Part[] {
  const parts: Part[] = [];
  const keep = (whole: readonly Strip[]) => {
    const last = parts.at(-1);
    if (Array.isArray(last)) last.push(...whole);
    else if (whole.length > 0) parts.push([...whole]);
  };
  let band: Band = { left: [], right: [] };
  const close = (followed: boolean) => {
    const tail = followed ? tailUnder(band) : [];
    const side: Band = { left: band.left.slice(0, band.left.length - tail.length), right: band.right };
    const clear = side.left.filter(({ right }) => right <= edge - gutter * size).length;
    if (clear >= side.left.length * 0.9 && isSideBySide(side)) {
      parts.push(side);
      keep(tail);
    } else keep([...band.left, ...band.right]);
    band = { left: [], right: [] };
  };
  for (const strip of strips) {
    if (strip.left >= edge - ragged * size) band.right.push(strip);
    else if (strip.right <= edge - overrun * size) band.left.push(strip);
    else {
      close(true);
      keep([strip]);
    }
  }
  close(false);
  return parts;
}

function lettersIn(strips: readonly Strip[]): number {
  return strips.reduce((sum, { pieces }) => sum + pieces.reduce((all, { text }) => all + text.length, 0), 0);
}
