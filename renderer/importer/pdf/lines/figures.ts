const romanNumber = /^[ivxlc]+$/i;
const number = /\d+/g;
const pageWord = /(?:page|pages|seite|página|pagina|pág\.|pag\.|p\.|pp\.|s\.|blatt|sheet)\s*$/iu;
const pageTotal = /^\s*(?:\/|of|von|de|sur|di)\s*\d/iu;

/** A number in a line at the edge of a page. */
export interface Figure {
  value: number;
  /** Whether it stands where a page number may stand: at an end of the line, or as in "Page 3 of 9". */
  mayBePageNumber: boolean;
}

/** The text of a line in lower case, with `#` in place of each number. */
export function removeFigures(text: string): string {
  return romanNumber.test(text) ? '#' : text.toLowerCase().replace(number, '#');
}

/** The numbers in the text of a line that `#` stands for, in order. */
export function findFigures(text: string): Figure[] {
  return Array.from(text.matchAll(number), ({ 0: digits, index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + digits.length)];
    const isAtEnd = !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(after);
    return {
      value: Number(digits),
      mayBePageNumber: isAtEnd || pageWord.test(before) || pageTotal.test(after),
    };
  });
}

/** Whether the numbers of a line and those of the same line some pages later are equal, or grow by as many. */
export function areRunningFigures(
  figures: readonly Figure[],
  later: readonly Figure[],
  pageDistance: number,
): boolean {
  return figures.every(({ value, mayBePageNumber }, index) => {
    const growth = (later[index]?.value ?? Number.NaN) - value;
    return growth === 0 || (mayBePageNumber && growth === pageDistance);
  });
}
