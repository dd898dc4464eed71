import type { PageEdges } from './edge-lines';

const pageNumber =
  /^\W*(?:page|seite|pagina|página|pág\.?|p\.|s\.)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|\||of|von|de|sur|di)\s*\d{1,4})?\W*$/iu;
const numberAtLineEnd = /^(\d{1,4})\b|\b(\d{1,4})$/g;
const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The page number of a line that says nothing else, in Arabic or Roman digits; null for any other line. */
export function parsePageNumber(text: string): number | null {
  const [, digits = ''] = pageNumber.exec(text) ?? [];
  if (digits === '') return null;
  return /^\d/.test(digits) ? Number(digits) : parseRoman(digits);
}

function parseRoman(digits: string): number {
  const values = [...digits.toLowerCase()].map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** A number as pages are numbered amid a running line: "– 2 –", "Page 2 | The Gull", "2 of 3". */
const numberAmidLine =
  /[-–—]\s?(\d{1,4})\s?[-–—](?!\d)|(?:[Pp]age|PAGE|[Ss]eite|[Pp]agina|[Pp]ágina)\s(\d{1,4})(?!\d|\s\p{Ll})|\b(\d{1,4})\s(?:of|von|de|sur|di)\s(\d{1,4})\b/gu;

/**
 * Whether a line names the number of its page, counted from the first one of the file, as only running lines do: "2 of 3" only in a
 * file of three pages.
 */
export function namesPageNumber(text: string, pageIndex: number, pageCount: number): boolean {
  return Array.from(text.matchAll(numberAmidLine)).some(([, inDashes, behindWord, numberOfTotal, total]) => {
    const number = Number(inDashes ?? behindWord ?? numberOfTotal);
    return number === pageIndex + 1 && (total === undefined || Number(total) === pageCount);
  });
}

/**
 * How the pages of a document are numbered, worked out from the numbers at their edges: pages are numbered when the offset from
 * page index to page number is the same on enough of them.
 */
export class PageNumbering {
  /** How many pages have a number at each offset from their index. */
  readonly #pagesByOffset = new Map<number, number>();

  /** The least pages that have to agree: two may do so by chance. */
  readonly #minPages: number;

  constructor(pages: readonly PageEdges[]) {
    this.#minPages = Math.max(2, pages.length * 0.2);
    for (const [index, { top, bottom }] of pages.entries()) {
      const offsets = [...top, ...bottom].flatMap(({ text }) =>
        findNumbers(text).map((number) => number - index),
      );
      for (const offset of new Set(offsets))
        this.#pagesByOffset.set(offset, (this.#pagesByOffset.get(offset) ?? 0) + 1);
    }
  }

  /** Whether the pages are numbered at all. */
  get isNumbered(): boolean {
    return [...this.#pagesByOffset.values()].some((pages) => pages >= this.#minPages);
  }

  /** Whether the number of a page (its index counts from 0) fits the numbers of other pages. */
  matches(number: number, pageIndex: number): boolean {
    return (this.#pagesByOffset.get(number - pageIndex) ?? 0) >= this.#minPages;
  }

  /** Whether a line begins or ends with the number of its page. */
  isAtLineEnd(text: string, pageIndex: number): boolean {
    return findNumbers(text).some((number) => this.matches(number, pageIndex));
  }
}

function findNumbers(text: string): number[] {
  const number = parsePageNumber(text);
  if (number !== null) return [number];
  return Array.from(text.matchAll(numberAtLineEnd), ([match]) => Number(match));
}
