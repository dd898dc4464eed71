import type { Piece } from './piece';
import type { Strip } from './strips';

/** A line of a column. Lengths in points. */
export interface Line {
  page: number;
  /** Counted over the whole document, in the order of reading. */
  column: number;
  /** What wide gaps part, as the cells of a table. */
  cells: Piece[][];
  left: number;
  right: number;
  y: number;
  /** Of most letters. */
  size: number;
  bold: boolean;
  /** Where most lines of its column begin, and where the longest ends. */
  edges: { left: number; right: number };
}

/** In sizes of the letters: a gap as wide as no space between words is. */
const cellGap = 1.6;

/** The lines of a column from the top. */
export function linesOfColumn(strips: readonly Strip[], page: number, column: number): Line[] {
  const rows: Strip[][] = [];
  for (const strip of strips.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(strip.y - first.y) <= 0.35 * Math.max(strip.size, first.size)) row.push(strip);
    else rows.push([strip]);
  }
  const edges = edgesOf(strips);
  return rows.map((row) => lineOf(row, page, column, edges));
}

function lineOf(row: Strip[], page: number, column: number, edges: Line['edges']): Line {
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
    page,
    column,
    cells,
    left: strips[0]?.left ?? 0,
    right: end,
    y: usual(pieces, (piece) => (piece.size === size ? piece.y : null)) ?? strips[0]?.y ?? 0,
    size,
    bold: pieces.every(({ look, text }) => look.bold || !/[\p{L}\p{N}]/u.test(text)) && pieces.some(({ look }) => look.bold),
    edges,
  };
}

function edgesOf(strips: readonly Strip[]): Line['edges'] {
  const pieces = strips.flatMap((strip) => strip.pieces.map(({ text }) => ({ text, left: Math.round(strip.left) })));
  return {
    left: usual(pieces, ({ left }) => left) ?? 0,
    // A few lines may run over it.
    right: strips.map(({ right }) => right).toSorted((a, b) => b - a)[strips.length >> 5] ?? 0,
  };
}

/** The value that most letters have; null counts for none. */
export function usual<T extends { text: string }>(all: readonly T[], valueOf: (one: T) => number | null): number | undefined {
  const letters = new Map<number, number>();
  for (const one of all) {
    const value = valueOf(one);
    if (value !== null) letters.set(value, (letters.get(value) ?? 0) + one.text.length);
  }
  return [...letters].reduce<[number, number] | undefined>((best, next) => (best && best[1] >= next[1] ? best : next), undefined)?.[0];
}

