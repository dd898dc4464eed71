import { at } from '../../../../shared/text/sequences/at';
import { groupNeighbours } from '../../group-neighbours';
import type { Line } from '../lines/build-lines';
import type { GlyphRun } from '../pages/page-text';

/** How many lines above and below a row are searched for cells, and how many of them have to agree. */
const maxRowDistance = 40;
const minRows = 2;
/** Lines that are searched for a row beside a line without cells, and how many cells such a line must turn out to have. */
const maxLineDistance = 3;
const minCells = 3;
/**
 * In font sizes: how exactly cells begin together, and the least space before one. Cells with less space, or none, begin together
 * more exactly.
 */
const alignmentTolerance = 0.25;
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
      .slice(Math.max(0, index - maxRowDistance), index + maxRowDistance + 1)
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
    const tolerance = gap >= minSpace ? alignmentTolerance : exactTolerance;
    return !(gap >= -maxOverrun && beginsCell(run, tolerance));
  });
}
