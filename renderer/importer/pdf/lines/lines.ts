import type { Piece } from '../pages/piece';
import type { Column } from './columns';
import type { Strip } from './strips';

/** What the lines of a column have in common. */
interface Edges {
  /** Where most lines begin, and whether that are many. */
  left: number;
  isEven: boolean;
  /** Where the longest lines end, and whether many end exactly there. */
  right: number;
  justified: boolean;
  /** The most letters of a line. */
  letters: number;
}

/** A line of a column. Lengths in points. */
export interface Line {
  page: number;
  /** Counted over the whole document, in the order of reading. */
  column: number;
  /** Whether the running text goes on without it. */
  isAside: boolean;
  /** What wide gaps part, as the cells of a table. */
  cells: Piece[][];
  left: number;
  right: number;
  y: number;
  /** Of most letters. */
  size: number;
  bold: boolean;
  italic: boolean;
  edges: Edges;
}

/** In sizes of the letters: a gap as wide as no space between words is. */
const cellGap = 1.6;

/** The lines of a column from the top. */
export function linesOfColumn({ strips, isAside }: Column, page: number, column: number): Line[] {
  const rows: Strip[][] = [];
  for (const strip of strips.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(strip.y - first.y) <= 0.5 * Math.min(strip.size, first.size))
      row.push(strip);
    else rows.push([strip]);
  }
  const lines = rows.map(lineOf);
  const edges = edgesOf(lines);
  return lines.map((line) => ({ page, column, isAside, edges, ...line }));
}

type Row = Omit<Line, 'page' | 'column' | 'isAside' | 'edges'>;

function lineOf(row: Strip[]): Row {
  const cells: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  const strips = row.toSorted((a, b) => a.left - b.left);
  for (const { left, right, size, pieces } of strips) {
    const open = cells.at(-1);
    if (open && left - end <= cellGap * size) open.push(...pieces);
    else cells.push([...pieces]);
    end = Math.max(end, right);
  }
  const pieces = strips.flatMap((strip) => strip.pieces);
  const size = usual(pieces, (piece) => piece.size) ?? 1;
  return {
    cells,
    left: strips[0]?.left ?? 0,
    right: end,
    y: usual(pieces, (piece) => (piece.size === size ? piece.y : null)) ?? strips[0]?.y ?? 0,
    size,
    bold: isAll(pieces, ({ look }) => look.bold),
    italic: isAll(pieces, ({ look }) => look.italic),
  };
}

function isAll(pieces: readonly Piece[], looks: (piece: Piece) => boolean): boolean {
  return pieces.some(looks) && pieces.every((piece) => looks(piece) || !/[\p{L}\p{N}]/u.test(piece.text));
}

/** Lines that begin elsewhere or have gaps, as titles and tables, tell nothing of the edges unless there are no others. */
function edgesOf(lines: readonly Row[]): Edges {
  const sized = lines.map(({ left, cells }) => ({
    left,
    text: cells
      .flat()
      .map(({ text }) => text)
      .join(''),
  }));
  const left = usual(sized, (line) => Math.round(line.left)) ?? 0;
  const plain = lines.filter((line) => line.cells.length === 1 && Math.abs(line.left - left) < 3 * line.size);
  const right = longest((plain.length > 0 ? plain : lines).map((line) => line.right));
  const near = plain.filter((line) => line.right > right - 1.2 * line.size);
  const exact = near.filter((line) => Math.abs(line.right - right) < 0.6).length;
  const letters = longest(sized.map(({ text }) => text.length));
  const even = lines.filter((line) => Math.abs(line.left - left) < 1).length;
  return {
    left,
    isEven: even >= lines.length * 0.3,
    right,
    justified: exact >= Math.max(4, near.length * 0.55),
    letters,
  };
}

/** A few lines may run over the edge. */
function longest(lengths: number[]): number {
  return lengths.toSorted((a, b) => b - a)[lengths.length >> 5] ?? 0;
}

/** The value that most letters have; null counts for none. */
export function usual<T extends { text: string }>(
  all: readonly T[],
  worthOf: (one: T) => number | null,
): number | undefined {
  const letters = new Map<number, number>();
  for (const one of all) {
    const value = worthOf(one);
    if (value !== null) letters.set(value, (letters.get(value) ?? 0) + one.text.length);
  }
  return [...letters].reduce<[number, number] | undefined>(
    (best, next) => (best && best[1] >= next[1] ? best : next),
    undefined,
  )?.[0];
}
