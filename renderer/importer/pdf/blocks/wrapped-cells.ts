import type { Line } from '../lines/build-lines';
import type { GlyphRun } from '../pages/glyph-run';
import { getLineJoin } from './line-join';
import { areAligned, getLeft, getRight, hasCells } from './table-rows';
import type { Vocabulary } from './vocabulary';

/** In font sizes: the distance from line to line within a cell, and how exactly its lines begin together. */
const maxLeading = 1.35;
const alignmentTolerance = 0.6;
/** In font sizes: how far a cell may reach into the next one, as it does by a rounding error where tables have no margins. */
const maxOverrun = 0.1;

/** The most lines into which a cell may be wrapped. */
const maxWrappedLines = 8;

/**
 * Joins the lines of a cell that was wrapped with the row to which they belong: text below one cell of a row that keeps within
 * its column. Without another row beside them that is aligned with it, lines are no table.
 */
export function joinWrappedCells(lines: readonly Line[], vocabulary: Vocabulary): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const row = lines[index];
    if (!row) break;
    const wrapped = hasCells(row) ? takeWrappedLines(row, lines, index) : [];
    const rowBefore = joined.at(-1);
    const rowAfter = lines[index + wrapped.length + 1];
    const isTable = [rowBefore, rowAfter].some((other) => other && isRowOfSameTable(row, other));
    joined.push(
      isTable && wrapped.length > 0
        ? wrapped.reduce((joinedRow, line) => appendToCells(joinedRow, line, vocabulary), row)
        : row,
    );
    if (isTable) index += wrapped.length;
  }
  return joined;
}

function takeWrappedLines(row: Line, lines: readonly Line[], index: number): Line[] {
  const wrapped: Line[] = [];
  let above = row;
  for (const line of lines.slice(index + 1, index + 1 + maxWrappedLines)) {
    const isClose =
      line.columnIndex === row.columnIndex &&
      line.baseline - above.baseline <= maxLeading * row.size &&
      Math.abs(line.size - row.size) < 0.08 * row.size &&
      line.isBold === row.isBold;
    if (!isClose || !continuesCells(row, line)) break;
    wrapped.push(line);
    above = line;
  }
  return wrapped;
}

/** Whether a line continues cells of a row: its first one alone, or others without figures, which would be a row of their own. */
function continuesCells(row: Line, line: Line): boolean {
  const continued = line.cells.map((cell) => findCell(row, cell));
  if (continued.includes(-1)) return false;
  const areWords = line.cells.every((cell) => /\p{L}/u.test(cell.map(({ text }) => text).join('')));
  return line.cells.length === 1 || (areWords && !continued.includes(0));
}

/** The index of the cell of a row below which another one lies, or -1. */
function findCell(row: Line, below: readonly GlyphRun[]): number {
  const [left, right] = [getLeft(below), getRight(below)];
  return row.cells.findIndex((cell, index) => {
    const next = row.cells[index + 1];
    const end = next ? getLeft(next) + maxOverrun * row.size : Number.POSITIVE_INFINITY;
    const isAligned = Math.abs(getLeft(cell) - left) < alignmentTolerance * row.size;
    // Cells that touch are one: what continues the second begins below it.
    const isBelow = index > 0 && getLeft(cell) < left && left < getRight(cell);
    return (isAligned || isBelow) && right < end;
  });
}

function isRowOfSameTable(row: Line, other: Line): boolean {
  return other.columnIndex === row.columnIndex && hasCells(other) && areAligned(row, other);
}

/** Appends a wrapped line to the cells that it continues. */
function appendToCells(row: Line, line: Line, vocabulary: Vocabulary): Line {
  const cells = row.cells.map((cell) => [...cell]);
  for (const below of line.cells) {
    const [first, ...others] = below;
    const cell = cells[findCell(row, below)];
    const last = cell?.pop();
    if (!cell || !last || !first) continue;
    const before = last.text.trimEnd();
    const after = first.text.trimStart();
    const { dropsHyphen, separator } = getLineJoin(before, after, false, vocabulary);
    const text = dropsHyphen ? before.slice(0, -1) : before;
    cell.push({ ...last, text }, { ...first, text: separator + after, hasSpaceBefore: false }, ...others);
  }
  return { ...row, lastBaseline: line.baseline, cells };
}
