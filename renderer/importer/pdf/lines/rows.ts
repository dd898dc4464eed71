import { bulletOf, isContentsLine, numberOf } from '../blocks/markers';
import type { Piece } from '../pages/piece';
import type { Line } from './lines';
import { textOfLine } from './runs';

/** In sizes of the letters. */
const near = 4;
const aligned = 0.6;

/** The lines of a document that are rows of a table: they have cells, and cells of a line nearby stand under theirs. */
export function tableRows(lines: readonly Line[]): Set<Line> {
  const rows = new Set<Line>();
  const contents = new Set(
    lines.filter((line) => isContentsLine(textOfLine(line))).map(({ column }) => column),
  );
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (contents.has(line.column) && endsInNumber(line)) rows.add(line);
    if (!next || next.column !== line.column || !hasCells(line) || !hasCells(next)) continue;
    if (next.y - line.y > near * line.size || !areAligned(line, next)) continue;
    if (isText(line) || isText(next)) continue;
    rows.add(line);
    rows.add(next);
  }
  return rows;
}

/** A number of a section or list, and a bullet, are no cells. */
function hasCells(line: Line): boolean {
  if (line.cells.length < 2) return false;
  const text = textOfLine(line);
  const marker = bulletOf(text) !== '' || numberOf(text) !== '' || /^\d{1,2}(?:\.\d{1,2})*\.?\s/.test(text);
  return line.cells.length > 2 || !marker || (line.cells[0]?.[0]?.text.trim().length ?? 0) > 6;
}

/** Whether cells are but parts of a line of text in which some letters can't be read. */
function isText({ cells, size, right, edges }: Line): boolean {
  const gaps = cells.slice(1).map((cell, at) => leftOf(cell) - rightOf(cells[at] ?? []));
  const letters = cells.flat().reduce((sum, { text }) => sum + text.length, 0);
  return letters > 30 * cells.length && Math.max(...gaps) < 5 * size && edges.right - right < 4 * size;
}

/** Whether the last cell is a number: of a page, in a table of contents. */
function endsInNumber({ cells }: Line): boolean {
  const last = cells.at(-1) ?? [];
  return cells.length > 1 && /^\s*(?:\d+|[ivxlc]+)\s*$/i.test(last.map(({ text }) => text).join(''));
}

function leftOf(cell: readonly Piece[]): number {
  return Math.min(...cell.map(({ left }) => left));
}

function rightOf(cell: readonly Piece[]): number {
  return Math.max(...cell.map(({ right }) => right));
}

function areAligned(a: Line, b: Line): boolean {
  const within = aligned * a.size;
  return placesOf(a).some((one) =>
    placesOf(b).some((other) =>
      one.some((place, at) => Math.abs(place - (other[at] ?? Number.NaN)) < within),
    ),
  );
}

/** Left edge, right edge and middle of each cell but the first. */
function placesOf({ cells }: Line): number[][] {
  return cells.slice(1).map((cell) => {
    const [left, right] = [leftOf(cell), rightOf(cell)];
    return [left, right, (left + right) / 2];
  });
}
