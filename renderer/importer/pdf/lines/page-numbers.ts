import type { EdgeLine } from './edge-lines';

const numbered =
  /^\W*(?:page|seite|pagina|página|pág\.?|p\.|s\.)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|\||of|von|de|sur|di)\s*\d{1,4})?\W*$/iu;
const atAnEnd = /^(\d{1,4})\b|\b(\d{1,4})$/g;
const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The number of a page when a line says nothing else; Roman ones as well. */
export function readPageNumber(text: string): number | null {
  const [, digits = ''] = numbered.exec(text) ?? [];
  if (digits === '') return null;
  return /^\d/.test(digits) ? Number(digits) : fromRoman(digits);
}

function fromRoman(digits: string): number {
  const each = [...digits.toLowerCase()].map((digit) => values[digit] ?? 0);
  return each.reduce((sum, value, at) => sum + (value < (each[at + 1] ?? 0) ? -value : value), 0);
}

/** How the pages of a document are numbered: by what their numbers run ahead of the count of pages. */
export class PageNumbers {
  /** How many pages have a number that is so much ahead. */
  readonly #ahead = new Map<number, number>();

  /** On so many pages at least: two may agree by chance. */
  readonly #enough: number;

  constructor(edges: readonly { top: EdgeLine[]; foot: EdgeLine[] }[]) {
    this.#enough = Math.max(2, edges.length * 0.2);
    for (const [at, { top, foot }] of edges.entries())
      for (const ahead of new Set(
        [...top, ...foot].flatMap(({ text }) => numbersIn(text).map((one) => one - at)),
      ))
        this.#ahead.set(ahead, (this.#ahead.get(ahead) ?? 0) + 1);
  }

  /** Whether the pages are found to be numbered. */
  get areFound(): boolean {
    return [...this.#ahead.values()].some((count) => count >= this.#enough);
  }

  /** Whether other pages have the numbers that follow from this one. `at` counts pages from 0. */
  fits(number: number, at: number): boolean {
    return (this.#ahead.get(number - at) ?? 0) >= this.#enough;
  }

  /** Whether the number of the page stands at an end of a line. */
  stands(text: string, at: number): boolean {
    return numbersIn(text).some((number) => this.fits(number, at));
  }
}

function numbersIn(text: string): number[] {
  const alone = readPageNumber(text);
  if (alone !== null) return [alone];
  return Array.from(text.matchAll(atAnEnd), ([found]) => Number(found));
}
