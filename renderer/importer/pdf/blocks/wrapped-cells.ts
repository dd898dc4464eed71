import { at } from '../../../../shared/text/sequences/at';
import type { Line } from '../lines/build-lines';
import { hasSpaceBetween } from '../lines/text-runs';
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
 * its column, also where a row goes on in the next column or on the next page. Without another row beside them that is aligned
 * with it, lines are no table.
 */
export function joinWrappedCells(lines: readonly Line[], vocabulary: Vocabulary): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const row = at(lines, index);
    const wrapped = hasCells(row)
      ? findWrappedLines(row, joined.at(-1), lines.slice(index + 1, index + 2 + maxWrappedLines))
      : [];
    joined.push(wrapped.reduce((joinedRow, line) => appendToCells(joinedRow, line, vocabulary), row));
    index += wrapped.length;
  }
  return joined;
}

/** Finds the lines that continue a row. `before` is the row before it, `following` are the lines after it. */
function findWrappedLines(row: Line, before: Line | undefined, following: readonly Line[]): Line[] {
  const wrapped = takeWrappedLines(row, following);
  const isRowBeside = (other: Line | undefined, shift = 0) =>
    other !== undefined && hasCells(other) && areAligned(row, other, shift);
  const after = following[wrapped.length];
  const last = wrapped.at(-1);
  if (last && last.columnIndex !== row.columnIndex) {
    // Only the next row can show that the first lines of a column belong to a table in the one before.
    if (after?.columnIndex === last.columnIndex && isRowBeside(after, last.left - row.left)) return wrapped;
    const inColumn = wrapped.filter(({ columnIndex }) => columnIndex === row.columnIndex);
    return before?.columnIndex === row.columnIndex && isRowBeside(before) ? inColumn : [];
  }
  const isTable = [before, after].some(
    (other) => other?.columnIndex === row.columnIndex && isRowBeside(other),
  );
  return isTable ? wrapped : [];
}

function takeWrappedLines(row: Line, following: readonly Line[]): Line[] {
  const wrapped: Line[] = [];
  let above = row;
  let shift = 0;
  for (const line of following.slice(0, maxWrappedLines)) {
    const isInNextColumn = line.columnIndex !== above.columnIndex;
    if (isInNextColumn && (line.isAside || above.columnIndex !== row.columnIndex)) break;
    if (isInNextColumn) shift = line.left - row.left;
    const isClose = isInNextColumn || line.baseline - above.baseline <= maxLeading * row.size;
    const isSetAlike = Math.abs(line.size - row.size) < 0.08 * row.size && line.isBold === row.isBold;
    if (!isClose || !isSetAlike || !continuesCells(row, line, shift)) break;
    wrapped.push(line);
    above = line;
  }
  return wrapped;
}

/** Whether a line continues cells of a row: its first one alone, or others without figures, which would be a row of their own. */
function continuesCells(row: Line, line: Line, shift: number): boolean {
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
function appendToCells(row: Line, line: Line, vocabulary: Vocabulary): Line {
  const cells = row.cells.map((cell) => [...cell]);
  const shift = line.columnIndex === row.columnIndex ? 0 : line.left - row.left;
  for (const below of line.cells) {
    const cell = cells[findCell(row, below, shift)];
    const last = cell?.pop();
    const [first, ...others] = placeBehind(below, last);
    if (!cell || !last || !first) continue;
    const before = last.text.trimEnd();
    const after = first.text.trimStart();
    const { dropsHyphen, separator } = getLineJoin(before, after, vocabulary);
    const text = dropsHyphen ? before.slice(0, -1) : before;
    cell.push({ ...last, text }, { ...first, text: separator + after }, ...others);
  }
  return { ...row, lastBaseline: line.baseline, cells };
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
