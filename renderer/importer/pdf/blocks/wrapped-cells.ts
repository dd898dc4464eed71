import { at } from '../../../../shared/text/sequences/at';
import type { Line } from '../lines/build-lines';
import { hasSpaceBetween } from '../lines/text-runs';
import type { GlyphRun } from '../pages/glyph-run';
import { getLineJoin } from './line-join';
import { areAligned, getLeft, getRight, hasCells } from './table-rows';
import type { Vocabulary } from './vocabulary';

/** Joins the lines of each cell of a row that is known as one. */
function joinCellLines(row: Line, vocabulary: Vocabulary): Line {
  if (!row.cellLines) return row;
  const cells = row.cellLines.map(([first = [], ...others]) =>
    others.reduce((cell, line) => appendLine(cell, line, vocabulary), first),
  );
  return { ...row, cells };
}

/** Appends a line of text to those of a cell above it. */
function appendLine(
  cell: readonly GlyphRun[],
  below: readonly GlyphRun[],
  vocabulary: Vocabulary,
): GlyphRun[] {
  const last = cell.at(-1);
  const [first, ...others] = placeBehind(below, last);
  if (!last || !first) return [...cell];
  const before = last.text.trimEnd();
  const after = first.text.trimStart();
  const { dropsHyphen, separator } = getLineJoin(before, after, vocabulary);
  const text = dropsHyphen ? before.slice(0, -1) : before;
  return [...cell.slice(0, -1), { ...last, text }, { ...first, text: separator + after }, ...others];
}

/** Places the runs of a wrapped line behind the last one of its cell, where no gap between lines passes for a space. */
function placeBehind(runs: readonly GlyphRun[], last: GlyphRun | undefined): GlyphRun[] {
  if (!last) return [];
  return runs.map((run, index) => {
    const before = runs[index - 1];
    const text = before && hasSpaceBetween(before, run) ? ` ${run.text}` : run.text;
    return { ...run, text, left: last.right, right: last.right, hasSpaceBefore: false };
  });
}

/** In font sizes: the distance from line to line within a cell, and how exactly its lines begin together. */
const maxLeading = 1.35;
const alignmentTolerance = 0.6;
/** In font sizes: how far a cell may reach into the next one, as it does by a rounding error where tables have no margins. */
const maxOverrun = 0.1;

/** The most lines into which a cell may be wrapped. */
const maxWrappedLines = 8;

/**
 * Joins the lines of a cell that was wrapped with the row to which they belong: text below one cell of a row that keeps within
 * its column, also where a row goes on in the next column or on the next page. Without another row beside them that is aligned
 * with it, lines are no table.
 */
export function joinWrappedCells(lines: readonly Line[], vocabulary: Vocabulary): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const row = joinCellLines(at(lines, index), vocabulary);
    const following = lines.slice(index + 1, index + 2 + maxWrappedLines);
    const wrapped = hasCells(row) ? findWrappedLines(row, joined.at(-1), following) : [];
    joined.push(wrapped.reduce((joinedRow, line) => appendToCells(joinedRow, line, vocabulary), row));
    index += wrapped.length;
  }
  return joined;
}

/** A line that continues a row, and how far it lies to the right of it: in the next column, as far as the rest of the table. */
interface WrappedLine {
  line: Line;
  shift: number;
}

/** Finds the lines that continue a row. `before` is the row before it, `following` are the lines after it. */
function findWrappedLines(
  row: Line,
  before: Line | undefined,
  following: readonly Line[],
): readonly WrappedLine[] {
  const wrapped = takeWrappedLines(row, following);
  const isRowBeside = (other: Line | undefined, columnIndex: number, shift = 0) =>
    other?.columnIndex === columnIndex && hasCells(other) && areAligned(row, other, shift);
  const last = wrapped.at(-1);
  const after = following[wrapped.length];
  if (!last) return [];
  if (isRowBeside(after, last.line.columnIndex, last.shift)) return wrapped;
  if (!isRowBeside(before, row.columnIndex)) return [];
  // Only the next row can show that the first lines of a column belong to a table in the one before.
  return wrapped.filter(({ line }) => line.columnIndex === row.columnIndex);
}

function takeWrappedLines(row: Line, following: readonly Line[]): WrappedLine[] {
  const wrapped: WrappedLine[] = [];
  let above = row;
  let shift = 0;
  const isWrappedRow = row.cellLines?.some(({ length }) => length > 1) ?? false;
  for (const line of following.slice(0, maxWrappedLines)) {
    const isInNextColumn = line.columnIndex !== above.columnIndex;
    if (isInNextColumn && (line.isAside || above.columnIndex !== row.columnIndex)) break;
    if (isInNextColumn) shift = measureShift(row, line, following);
    if (isWrappedRow && line.columnIndex === row.columnIndex) break;
    const isClose = isInNextColumn || line.baseline - above.baseline <= maxLeading * row.size;
    const isSetAlike = Math.abs(line.size - row.size) < 0.08 * row.size && line.isBold === row.isBold;
    if (!isClose || !isSetAlike || !continuesCells(row, { line, shift })) break;
    wrapped.push({ line, shift });
    above = line;
  }
  return wrapped;
}

/** How far the rest of a table lies to the right in the next column, which begins with a line: by its first row there. */
function measureShift(row: Line, line: Line, following: readonly Line[]): number {
  const next = following.find((other) => other.columnIndex === line.columnIndex && hasCells(other));
  return (next ?? line).left - row.left;
}

/** Whether a line continues cells of a row: its first one alone, or others without figures, which would be a row of their own. */
function continuesCells(row: Line, { line, shift }: WrappedLine): boolean {
  const continued = line.cells.map((cell) => findCell(row, cell, shift));
  if (continued.includes(-1)) return false;
  const areWords = line.cells.every((cell) => /\p{L}/u.test(cell.map(({ text }) => text).join('')));
  return line.cells.length === 1 || (areWords && !continued.includes(0));
}

/** The index of the cell of a row below which another one lies, or -1. */
function findCell(row: Line, below: readonly GlyphRun[], shift: number): number {
  const [left, right] = [getLeft(below) - shift, getRight(below) - shift];
  return row.cells.findIndex((cell, index) => {
    const next = row.cells[index + 1];
    const end = next ? getLeft(next) + maxOverrun * row.size : Number.POSITIVE_INFINITY;
    const isAligned = Math.abs(getLeft(cell) - left) < alignmentTolerance * row.size;
    // Cells that touch are one: what continues the second begins below it.
    const isBelow = index > 0 && getLeft(cell) < left && left < getRight(cell);
    return (isAligned || isBelow) && right < end;
  });
}

/** Appends a wrapped line to the cells that it continues. */
function appendToCells(row: Line, { line, shift }: WrappedLine, vocabulary: Vocabulary): Line {
  const cells = row.cells.map((cell) => [...cell]);
  for (const below of line.cells) {
    const index = findCell(row, below, shift);
    const cell = cells[index];
    if (cell) cells[index] = appendLine(cell, below, vocabulary);
  }
  return { ...row, lastBaseline: line.baseline, cells };
}
