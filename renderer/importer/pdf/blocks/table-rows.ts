import { at } from '../../../../shared/text/sequences/at';
import type { Line } from '../lines/build-lines';
import { lineText } from '../lines/text-runs';
import type { GlyphRun } from '../pages/glyph-run';
import { isContentsEntry, matchBullet, matchListNumber } from './markers';

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
export function hasCells(line: Line): boolean {
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
  const gaps = cells.slice(1).map((cell, index) => getLeft(cell) - getRight(at(cells, index)));
  const length = cells.flat().reduce((sum, { text }) => sum + text.length, 0);
  return length > 30 * cells.length && Math.max(...gaps) < 5 * size && bounds.right - right < 4 * size;
}

/** Whether the last cell is a number, as that of a page in a table of contents. */
function endsInPageNumber({ cells }: Line): boolean {
  const last = cells.at(-1) ?? [];
  return cells.length > 1 && /^\s*(?:\d+|[ivxlc]+)\s*$/i.test(last.map(({ text }) => text).join(''));
}

export function getLeft(cell: readonly GlyphRun[]): number {
  return Math.min(...cell.map(({ left }) => left));
}

export function getRight(cell: readonly GlyphRun[]): number {
  return Math.max(...cell.map(({ right }) => right));
}

/**
 * Whether any cell of one line, the first excepted, has its left edge, right edge or centre where one of the other line has. `shift`
 * is how far the other one lies to the right, in points: a table may go on in the next column.
 */
export function areAligned(a: Line, b: Line, shift = 0): boolean {
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
    const [left, right] = [getLeft(cell), getRight(cell)];
    return [left, right, (left + right) / 2];
  });
}
