import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import { at } from '#shared/text/sequences/at.ts';
import type { Line } from '../lines/build-lines.ts';
import { hasSpaceBetween, lineText } from '../lines/text-runs.ts';
import { type GlyphRun, joinTexts, measureWidth } from '../pages/page-text.ts';
import { isContentsEntry, matchBullet, matchListNumber } from './layout-block.ts';
import { getLineJoin, type Vocabulary } from './line-join.ts';

/** How many lines above and below a row are searched for cells, and how many of them have to agree. */
const maxSearchedLines = 40;
const minRows = 2;
/** Lines that are searched for a row beside a line without cells, and how many cells such a line must turn out to have. */
const maxLineDistance = 3;
const minCells = 3;
/**
 * In font sizes: how exactly cells begin together, and the least space before one. Cells with less space, or none, begin together
 * more exactly.
 */
const startTolerance = 0.25;
const minSpace = 0.15;
const exactTolerance = 0.06;
const maxOverrun = 0.1;

/**
 * Splits the cells of rows where the text of one nearly touches the next: a run is a cell of its own if it begins where runs of
 * several other rows do, or of one other row with which another cell begins.
 */
export function splitTouchingCells(lines: readonly Line[]): Line[] {
  return lines.map((row, index) => {
    if (row.cells.every((cell) => cell.length < 2)) return row;
    if (row.cells.length < 2 && !isBesideRow(lines, index)) return row;
    const others = lines
      .slice(Math.max(0, index - maxSearchedLines), index + maxSearchedLines + 1)
      .filter((line) => line !== row && line.cells.length > 1 && line.columnIndex === row.columnIndex);
    const beginsCell = (run: GlyphRun, tolerance: number) => {
      const aligned = others.filter((other) => hasRunAt(other, run.left, tolerance * row.size));
      return (
        aligned.length >= minRows ||
        aligned.some((other) => isSameTable(row, other, exactTolerance * row.size))
      );
    };
    if (row.cellLines) return splitSingleLines(row, row.cellLines, beginsCell);
    const cells = row.cells.flatMap((cell) => splitCell(cell, beginsCell));
    return row.cells.length > 1 || cells.length >= minCells ? { ...row, cells } : row;
  });
}

/** Whether a cell begins with a run, to a tolerance in font sizes. */
type BeginsCell = (run: GlyphRun, tolerance: number) => boolean;

/** Whether one of the next lines above or below has cells, so that a line without may belong to its table. */
function isBesideRow(lines: readonly Line[], index: number): boolean {
  const { columnIndex, size } = at(lines, index);
  return lines
    .slice(Math.max(0, index - maxLineDistance), index + maxLineDistance + 1)
    .some((line) => line.cells.length > 1 && line.columnIndex === columnIndex && line.size === size);
}

/** Splits the cells that have one line, in a row whose cells are known. */
function splitSingleLines(row: Line, known: GlyphRun[][][], beginsCell: BeginsCell): Line {
  const cellLines = known.flatMap((lines) => {
    const [first, ...others] = lines;
    return first && others.length === 0 ? splitCell(first, beginsCell).map((part) => [part]) : [lines];
  });
  return { ...row, cellLines, cells: cellLines.map((lines) => lines.flat()) };
}

function hasRunAt({ cells }: Line, left: number, tolerance: number): boolean {
  return cells.some(([first]) => first && Math.abs(first.left - left) < tolerance);
}

/** Whether a cell of a row, the first excepted, begins exactly where text of another line does. */
function isSameTable(row: Line, other: Line, tolerance: number): boolean {
  return row.cells.slice(1).some(([first]) => first && hasRunAt(other, first.left, tolerance));
}

function splitCell(cell: readonly GlyphRun[], beginsCell: BeginsCell): GlyphRun[][] {
  return groupNeighbours(cell, (last, run) => {
    const gap = (run.left - last.right) / run.size;
    const tolerance = gap >= minSpace ? startTolerance : exactTolerance;
    return !(gap >= -maxOverrun && beginsCell(run, tolerance));
  });
}

/** In font sizes. */
const maxRowDistance = 4;
const alignmentTolerance = 0.6;

/** Finds the lines that are rows of a table: they have cells, and cells of a line nearby are aligned with theirs. */
export function findTableRows(lines: readonly Line[]): Set<Line> {
  const rows = new Set<Line>();
  const contentsColumns = new Set(
    lines.filter((line) => isContentsEntry(lineText(line))).map(({ columnIndex }) => columnIndex),
  );
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.cellLines) rows.add(line);
    if (contentsColumns.has(line.columnIndex) && endsInPageNumber(line)) rows.add(line);
    if (!next || !hasCells(line) || !hasCells(next) || isProse(line) || isProse(next)) continue;
    if (next.columnIndex === line.columnIndex ? !isRowBelow(line, next) : !isRowInNextColumn(line, next))
      continue;
    rows.add(line);
    rows.add(next);
  }
  return rows;
}

function isRowBelow(line: Line, next: Line): boolean {
  return next.baseline - line.lastBaseline <= maxRowDistance * line.size && areAligned(line, next);
}

/** Whether a table goes on in the next column: all cells of the row there are where those of a row here are in this column. */
function isRowInNextColumn(line: Line, next: Line): boolean {
  const cells = getCellPositions(line);
  const nextCells = getCellPositions(next);
  const shift = next.left - line.left;
  return (
    Math.abs(line.size - next.size) < 0.08 * line.size &&
    cells.length === nextCells.length &&
    cells.every((cell, index) => arePositionsAligned(cell, at(nextCells, index), shift, line.size))
  );
}

/** Whether a line has cells, a section or list number or a bullet at its start not counted. */
function hasCells(line: Line): boolean {
  const { cells } = line;
  if (cells.length < 2) return false;
  const text = lineText(line);
  const hasLabel =
    matchBullet(text) !== '' || matchListNumber(text) !== '' || /^\d{1,2}(?:\.\d{1,2})*\.?\s/.test(text);
  return cells.length > 2 || !hasLabel || (cells[0]?.[0]?.text.trim().length ?? 0) > 6;
}

/** Whether the cells are only parts of a line of text in which some characters can't be read. */
function isProse({ cells, size, right, bounds, baseline, lastBaseline }: Line): boolean {
  if (lastBaseline > baseline) return false;
  const widths = cells.map(measureWidth);
  const gaps = widths.slice(1).map((width, index) => width.left - at(widths, index).right);
  const length = cells.flat().reduce((sum, { text }) => sum + text.length, 0);
  return length > 30 * cells.length && Math.max(...gaps) < 5 * size && bounds.right - right < 4 * size;
}

/** Whether the last cell is a number, as that of a page in a table of contents. */
function endsInPageNumber({ cells }: Line): boolean {
  const last = cells.at(-1) ?? [];
  return cells.length > 1 && /^\s*(?:\d+|[ivxlc]+)\s*$/i.test(joinTexts(last));
}

/**
 * Whether any cell of one line, the first excepted, has its left edge, right edge or centre where one of the other line has. `shift`
 * is how far the other one lies to the right, in points: a table may go on in the next column.
 */
function areAligned(a: Line, b: Line, shift = 0): boolean {
  return getCellPositions(a).some((one) =>
    getCellPositions(b).some((other) => arePositionsAligned(one, other, shift, a.size)),
  );
}

function arePositionsAligned(
  a: readonly number[],
  b: readonly number[],
  shift: number,
  size: number,
): boolean {
  return a.some((position, index) => Math.abs(position + shift - at(b, index)) < alignmentTolerance * size);
}

/** Left edge, right edge and centre of each cell but the first. */
function getCellPositions({ cells }: Line): number[][] {
  return cells.slice(1).map((cell) => {
    const { left, right } = measureWidth(cell);
    return [left, right, (left + right) / 2];
  });
}

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

/** In font sizes: the distance from line to line within a cell. */
const maxLeading = 1.35;
/** In font sizes: how far a cell may reach into the next one, as it does by a rounding error where tables have no margins. */
const maxReach = 0.1;

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
  const areWords = line.cells.every((cell) => /\p{L}/u.test(joinTexts(cell)));
  return line.cells.length === 1 || (areWords && !continued.includes(0));
}

/** The index of the cell of a row below which another one lies, or -1. */
function findCell(row: Line, below: readonly GlyphRun[], shift: number): number {
  const line = measureWidth(below);
  const [left, right] = [line.left - shift, line.right - shift];
  const widths = row.cells.map(measureWidth);
  return widths.findIndex((cell, index) => {
    const end = (widths[index + 1]?.left ?? Number.POSITIVE_INFINITY) + maxReach * row.size;
    const isAligned = Math.abs(cell.left - left) < alignmentTolerance * row.size;
    // Cells that touch are one: what continues the second begins below it.
    const isBelow = index > 0 && cell.left < left && left < cell.right;
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
