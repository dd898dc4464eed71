import { bulletOf, numberOf } from './markers';
import type { Line } from './lines';
import { textOfLine } from './runs';

/** In sizes of the letters. */
const near = 4;
const aligned = 0.6;

/** The lines of a document that are rows of a table: they have cells, and cells of a line nearby stand under theirs. */
export function tableRows(lines: readonly Line[]): Set<Line> {
  const rows = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.column !== line.column || !hasCells(line) || !hasCells(next)) continue;
    if (next.y - line.y > near * line.size || !areAligned(line, next)) continue;
    rows.add(line);
    rows.add(next);
  }
  return rows;
}

/** A number of a section or list, and a bullet, are no cells. */
function hasCells(line: Line): boolean {
  if (line.cells.length < 2) return false;
  const text = textOfLine(line);
  const marker = bulletOf(text) !== '' || numberOf(text) !== '' || /^\d+(?:\.\d+)*\.?\s/.test(text);
  return line.cells.length > 2 || !marker || (line.cells[0]?.[0]?.text.trim().length ?? 0) > 6;
}

function areAligned(a: Line, b: Line): boolean {
  const within = aligned * a.size;
  return placesOf(a).some((one) =>
    placesOf(b).some((other) => one.some((place, at) => Math.abs(place - (other[at] ?? Number.NaN)) < within)),
  );
}

/** Left edge, right edge and middle of each cell but the first. */
function placesOf({ cells }: Line): number[][] {
  return cells.slice(1).map((cell) => {
    const left = Math.min(...cell.map((piece) => piece.left));
    const right = Math.max(...cell.map((piece) => piece.right));
    return [left, right, (left + right) / 2];
  });
}
