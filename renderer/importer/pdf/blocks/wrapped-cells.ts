import type { Line } from '../lines/build-lines';
import type { GlyphRun } from '../pages/glyph-run';
import { areAligned, getLeft, hasCells } from './table-rows';

/** In font sizes: the distance from line to line within a cell, and how exactly its lines begin together. */
const maxLeading = 1.35;
const alignmentTolerance = 0.6;

/** The most lines into which a cell may be wrapped. */
const maxWrappedLines = 8;

/**
 * Joins the lines of a cell that was wrapped with the row to which they belong: text below one cell of a row that keeps within
 * its column. Without another row beside them that is aligned with it, lines are no table.
 */
export function joinWrappedCells(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const row = lines[index];
    if (!row) break;
    const wrapped = hasCells(row) ? takeWrappedLines(row, lines, index) : [];
    const rowBefore = joined.at(-1);
    const rowAfter = lines[index + wrapped.length + 1];
    const isTable = [rowBefore, rowAfter].some((other) => other && isRowOfSameTable(row, other));
    joined.push(isTable && wrapped.length > 0 ? wrapped.reduce(appendToCell, row) : row);
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
    if (!isClose || findCell(row, line) === -1) break;
    wrapped.push(line);
    above = line;
  }
  return wrapped;
}

/** The index of the cell of a row that a line of one cell continues, or -1. */
function findCell(row: Line, line: Line): number {
  if (line.cells.length !== 1) return -1;
  return row.cells.findIndex((cell, index) => {
    const next = row.cells[index + 1];
    const end = next ? getLeft(next) - 0.3 * row.size : Number.POSITIVE_INFINITY;
    return Math.abs(getLeft(cell) - line.left) < alignmentTolerance * row.size && line.right < end;
  });
}

function isRowOfSameTable(row: Line, other: Line): boolean {
  return other.columnIndex === row.columnIndex && hasCells(other) && areAligned(row, other);
}

/** Appends a wrapped line to the cell that it continues. */
function appendToCell(row: Line, line: Line): Line {
  const cellIndex = findCell(row, line);
  const more = (line.cells[0] ?? []).map(
    (run, index): GlyphRun => (index === 0 ? { ...run, text: ` ${run.text.trimStart()}` } : run),
  );
  return {
    ...row,
    lastBaseline: line.baseline,
    cells: row.cells.map((cell, index) => (index === cellIndex ? [...cell, ...more] : cell)),
  };
}
