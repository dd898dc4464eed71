import type { Line } from '../lines/build-lines';
import type { GlyphRun } from '../pages/glyph-run';
import { getLeft } from './table-rows';

/** How many lines above and below a row are searched for cells, and how many of them have to agree. */
const maxRowDistance = 40;
const minRows = 2;
/** In font sizes: how exactly cells begin together. */
const alignmentTolerance = 0.25;

/**
 * Splits the cells of rows where the text of one nearly touches the next: a run is a cell of its own if it begins where cells of
 * several other rows do.
 */
export function splitTouchingCells(lines: readonly Line[]): Line[] {
  return lines.map((row, index) => {
    if (row.cells.length < 2 || row.cells.every((cell) => cell.length < 2)) return row;
    const others = lines
      .slice(Math.max(0, index - maxRowDistance), index + maxRowDistance + 1)
      .filter((line) => line !== row && line.columnIndex === row.columnIndex);
    const beginsCell = (run: GlyphRun) =>
      others.filter(({ cells }) =>
        cells.slice(1).some((cell) => Math.abs(getLeft(cell) - run.left) < alignmentTolerance * row.size),
      ).length >= minRows;
    return { ...row, cells: row.cells.flatMap((cell) => splitCell(cell, beginsCell)) };
  });
}

function splitCell(cell: readonly GlyphRun[], beginsCell: (run: GlyphRun) => boolean): GlyphRun[][] {
  const parts: GlyphRun[][] = [];
  for (const run of cell) {
    const part = parts.at(-1);
    if (part && !beginsCell(run)) part.push(run);
    else parts.push([run]);
  }
  return parts;
}
