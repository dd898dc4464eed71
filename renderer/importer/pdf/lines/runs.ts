import type { Look, Piece } from '../pages/piece';
import type { Line } from './lines';

/** Words that look the same. */
export interface Run {
  text: string;
  look: Look;
  /** Of what calls a note, as a raised figure does: the note’s name, which is its page and that figure. */
  ref: string | null;
}

/** In sizes of the letters: from here on a gap is a space, though the file has none. */
const space = 0.18;
const caller = /^(?:\d{1,3}|[*†‡§¶‖]{1,3})$/u;
const plain: Look = { bold: false, italic: false, href: null };

/** The words of a line; cells are parted by a tab when it is a row of a table. */
export function runsOf(line: Line, isRow: boolean): Run[] {
  return line.cells.flatMap((cell, at) => {
    const runs = runsOfCell(cell, line);
    return at === 0 ? runs : [{ text: isRow ? '\t' : ' ', look: plain, ref: null }, ...runs];
  });
}

export function textOfLine(line: Line): string {
  return textOf(runsOf(line, false)).trim();
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function runsOfCell(cell: readonly Piece[], line: Line): Run[] {
  const runs: Run[] = [];
  const pieces = inReadingOrder(cell);
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    const isCaller = isRaised(piece, line) && caller.test(piece.text.trim());
    const run: Run = {
      text: before && isSpaceBetween(before, piece) ? ` ${piece.text}` : piece.text,
      look: piece.look,
      ref: isCaller ? noteName(line, piece.text.trim()) : null,
    };
    const last = runs.at(-1);
    if (last && last.ref === null && run.ref === null && isSame(last.look, run.look)) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function isSame(a: Look, b: Look): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}

/** Signs that call notes begin anew on each page. */
export function noteName({ page }: Line, sign: string): string {
  return `${page}:${sign}`;
}

/** Whether a piece stands raised on its line, as the number of a note does. */
export function isRaised(piece: Piece, line: Line): boolean {
  return piece.size <= 0.85 * line.size && line.y - piece.y > 0.15 * line.size;
}

function isSpaceBetween(before: Piece, piece: Piece): boolean {
  if (piece.spaced && piece.order === before.order + 1) return true;
  const gap = Math.max(piece.left - before.right, before.left - piece.right);
  return gap > space * Math.max(piece.size, before.size);
}

/** Among words from right to left those from left to right have an order of their own. */
function inReadingOrder(cell: readonly Piece[]): Piece[] {
  if (!cell.some(({ rtl }) => rtl)) return [...cell];
  const ordered: Piece[] = [];
  let foreign: Piece[] = [];
  for (const piece of cell)
    if (piece.rtl) {
      ordered.push(...foreign, piece);
      foreign = [];
    } else foreign.unshift(piece);
  return [...ordered, ...foreign];
}
