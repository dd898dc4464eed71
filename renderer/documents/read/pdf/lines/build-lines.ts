import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import { at } from '#shared/text/sequences/at.ts';
import { type GlyphRun, joinTexts, type LineFragment } from '../pages/page-text.ts';
import type { Column } from './split-columns.ts';

/**
 * The value that holds for most characters: the mode of the values, each weighted by the length of its text. Null counts for
 * none.
 */
export function findWeightedMode<T extends { text: string }>(
  items: readonly T[],
  getValue: (item: T) => number | null,
): number | undefined {
  const weights = new Map<number, number>();
  for (const item of items) {
    const value = getValue(item);
    if (value !== null) weights.set(value, (weights.get(value) ?? 0) + item.text.length);
  }
  return [...weights].reduce<[number, number] | undefined>(
    (best, next) => (best && best[1] >= next[1] ? best : next),
    undefined,
  )?.[0];
}

/** The edges that the lines of a column share. Lengths in points. */
interface ColumnBounds {
  /** Where most lines begin, and whether enough of them begin exactly there. */
  left: number;
  isAligned: boolean;
  /** Where the longest lines end. */
  right: number;
  /** Characters of the longest lines. */
  maxLineLength: number;
}

interface MeasuredLine {
  cells: GlyphRun[][];
  left: number;
  right: number;
  size: number;
}

/**
 * Measures the edges of a column. Lines that begin elsewhere or have gaps, as titles and tables do, are measured only when there
 * are no others.
 */
function measureColumn(lines: readonly MeasuredLine[]): ColumnBounds {
  const texts = lines.map(({ left, cells }) => ({ left, text: joinTexts(cells.flat()) }));
  const left = findWeightedMode(texts, (line) => Math.round(line.left)) ?? 0;
  const plain = lines.filter((line) => line.cells.length === 1 && Math.abs(line.left - left) < 3 * line.size);
  const right = maxWithoutOutliers((plain.length > 0 ? plain : lines).map((line) => line.right));
  const exactlyLeft = lines.filter((line) => Math.abs(line.left - left) < 1).length;
  return {
    left,
    isAligned: exactlyLeft >= lines.length * 0.3,
    right,
    maxLineLength: maxWithoutOutliers(texts.map(({ text }) => text.length)),
  };
}

/** The maximum, without the largest 3 percent: a few lines may run over the edge. */
function maxWithoutOutliers(lengths: number[]): number {
  return lengths.toSorted((a, b) => b - a)[lengths.length >> 5] ?? 0;
}

/** A line of a column. Lengths in points. */
export interface Line {
  pageNumber: number;
  /** Counted over the whole document, in the order of reading. */
  columnIndex: number;
  /** Whether the running text continues without it. */
  isAside: boolean;
  /** The runs between wide gaps, as in the cells of a table. */
  cells: GlyphRun[][];
  /** The lines of each cell, when the file shows that it is a row of a table. */
  cellLines: GlyphRun[][][] | null;
  left: number;
  right: number;
  baseline: number;
  /** The baseline of its last line, where a cell of a table is wrapped. */
  lastBaseline: number;
  /** The font size of most characters. */
  size: number;
  isBold: boolean;
  isItalic: boolean;
  bounds: ColumnBounds;
}

type LineContent = Omit<Line, 'pageNumber' | 'columnIndex' | 'isAside' | 'bounds'>;

/** In font sizes: a gap that is wider than any space between words. */
const minCellGap = 1.6;

/** Builds the lines of a column, from the top. */
export function buildLines({ fragments, isAside }: Column, pageNumber: number, columnIndex: number): Line[] {
  const sorted = fragments.toSorted((a, b) => a.baseline - b.baseline);
  const isOnLine = (_last: LineFragment, fragment: LineFragment, first: LineFragment) =>
    !first.row &&
    !fragment.row &&
    Math.abs(fragment.baseline - first.baseline) <= 0.5 * Math.min(fragment.size, first.size);
  const lines = groupNeighbours(sorted, isOnLine).map(buildLine);
  const bounds = measureColumn(lines);
  return lines.map((line) => ({ pageNumber, columnIndex, isAside, bounds, ...line }));
}

/** Builds a line of at least one fragment. A row of a table is the only fragment of its line. */
function buildLine(row: LineFragment[]): LineContent {
  const { row: tableRow, baseline } = at(row, 0);
  const line = buildTextLine(row);
  if (!tableRow) return line;
  return { ...line, ...tableRow, cells: tableRow.cellLines.map((lines) => lines.flat()), baseline };
}

function buildTextLine(row: LineFragment[]): LineContent {
  const cells: GlyphRun[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  const fragments = row.toSorted((a, b) => a.left - b.left);
  for (const { left, right, size, glyphRuns } of fragments) {
    const cell = cells.at(-1);
    if (cell && left - end <= minCellGap * size) cell.push(...glyphRuns);
    else cells.push([...glyphRuns]);
    end = Math.max(end, right);
  }
  const runs = fragments.flatMap(({ glyphRuns }) => glyphRuns);
  const size = findWeightedMode(runs, (run) => run.size) ?? 1;
  const first = at(fragments, 0);
  const baseline =
    findWeightedMode(runs, (run) => (run.size === size ? run.baseline : null)) ?? first.baseline;
  return {
    cells,
    cellLines: null,
    left: first.left,
    right: end,
    baseline,
    lastBaseline: baseline,
    size,
    isBold: isWhollySet(runs, ({ style }) => style.bold),
    isItalic: isWhollySet(runs, ({ style }) => style.italic),
  };
}

/** Whether all runs with letters or digits are set in a way, punctuation aside. */
function isWhollySet(runs: readonly GlyphRun[], isSet: (run: GlyphRun) => boolean): boolean {
  return runs.some(isSet) && runs.every((run) => isSet(run) || !/[\p{L}\p{N}]/u.test(run.text));
}
