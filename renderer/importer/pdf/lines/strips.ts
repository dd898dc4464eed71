import type { Piece } from '../pages/piece';

/** Pieces that stand on one line close to each other, from left to right, and superscripts and subscripts among them. */
export interface Strip {
  pieces: Piece[];
  left: number;
  right: number;
  /** Baseline and size of its largest letters. */
  y: number;
  size: number;
}

/**
 * In sizes of the letters: pieces further apart may be in two columns. Less is enough where the file has something between
 * them.
 */
const widestSpace = { written: 0.9, found: 0.5 };

type Stretch = Omit<Strip, 'pieces'>;

/** Puts together what is on one line without a wide gap. In the order of the file. */
export function stripsOf(pieces: readonly Piece[]): Strip[] {
  const strips: Strip[] = [];
  const rows = new Rows();
  for (const piece of pieces) {
    const last = strips.at(-1);
    const near =
      last && isNext(last, piece, widestSpace.written)
        ? last
        : rows.near(piece).find((strip) => isNext(strip, piece, widestSpace.found));
    if (near?.pieces.some((other) => isShadow(other, piece))) continue;
    const { left, right, y, size } = piece;
    const strip = near ?? { pieces: [], left, right, y, size };
    if (near) add(near, piece);
    else strips.push(strip);
    strip.pieces.push(piece);
    rows.put(strip);
  }
  return joined(strips, rows);
}

/** Strips by where on the page they are, so that neighbours are found without looking at all. */
class Rows {
  readonly #height = 12;
  readonly #rows = new Map<number, Set<Strip>>();

  put(strip: Strip): void {
    const row = Math.floor(strip.y / this.#height);
    const there = this.#rows.get(row);
    if (there) there.add(strip);
    else this.#rows.set(row, new Set([strip]));
  }

  near({ y, size }: { y: number; size: number }): Strip[] {
    const found: Strip[] = [];
    for (let row = Math.floor((y - size) / this.#height); row <= (y + size) / this.#height; row += 1)
      found.push(...(this.#rows.get(row) ?? []));
    return found;
  }
}

/** What grew towards each other after both had begun is put together as well. */
function joined(strips: Strip[], rows: Rows): Strip[] {
  const gone = new Set<Strip>();
  for (const strip of strips)
    for (const other of rows.near(strip)) {
      if (other === strip || gone.has(other) || gone.has(strip) || !isNext(strip, other, widestSpace.found))
        continue;
      add(strip, other);
      strip.pieces.push(...other.pieces);
      gone.add(other);
    }
  return strips
    .filter((strip) => !gone.has(strip))
    .map((strip) => ({ ...strip, pieces: strip.pieces.toSorted((a, b) => a.left - b.left) }));
}

function add(strip: Strip, { left, right, y, size }: Stretch): void {
  strip.left = Math.min(strip.left, left);
  strip.right = Math.max(strip.right, right);
  if (size > strip.size * 1.1) Object.assign(strip, { y, size });
}

function isNext(a: Stretch, b: Stretch, widest: number): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const raised = (large.y - small.y) / large.size;
  if (Math.abs(raised) <= 0.2) return gap <= widest * large.size;
  // A superscript or subscript touches its word.
  const ratio = small.size / large.size;
  return ratio >= 0.4 && ratio <= 0.85 && raised > -0.4 && raised < 0.7 && gap <= 0.35 * large.size;
}

/** Whether a piece repeats another a hair beside it, which is how some programs print bold. */
function isShadow(a: Piece, b: Piece): boolean {
  return a.text === b.text && Math.abs(a.left - b.left) < 0.2 * a.size && Math.abs(a.y - b.y) < 0.2 * a.size;
}
