import { at } from '../../../../../shared/text/sequences/at';
import type { PageText } from '../../pages/page-text';
import type { RunningLine } from '../running-lines';
import type { MarginNumber, Side } from './margin-numbers';
import { findNumberColumn, type NumberColumn } from './number-column';

/** In points: how far a column of numbers may be from where it is on another page. */
const positionTolerance = 4;

/**
 * Takes the line numbers out of the margins of pages, as manuscripts, bills and editions of poems have them. A page with few
 * lines is known by the others: its numbers are at the same place there, and grow as they do.
 */
export function takeLineNumbers(pages: readonly PageText[]): {
  pages: PageText[];
  /** The numbers of each page and side, as one line. */
  lines: RunningLine[];
  count: number;
} {
  const left = takeSide(pages, 'left');
  const right = takeSide(left.pages, 'right');
  return {
    pages: right.pages,
    lines: [...left.lines, ...right.lines],
    count: left.count + right.count,
  };
}

function takeSide(pages: readonly PageText[], side: Side): ReturnType<typeof takeLineNumbers> {
  const found = pages.map(({ fragments }) => findNumberColumn(fragments, side));
  const known = found.flatMap((one) => (one?.isNumbering ? one.column : []));
  const lines: RunningLine[] = [];
  let count = 0;
  const kept = pages.map((page, index) => {
    const one = found[index];
    if (!one || !(one.isNumbering || known.some((column) => isSameColumn(column, one.column)))) return page;
    const { numbers } = one.column;
    const text = numbers.map((number) => number.text).join(' ');
    lines.push({ text, pageNumber: page.pageNumber, isTop: true });
    count += numbers.length;
    return { ...page, fragments: removeNumbers(page, numbers) };
  });
  return { pages: kept, lines, count };
}

function isSameColumn(known: NumberColumn, { numbers, step }: NumberColumn): boolean {
  const [one, other] = [at(known.numbers, 0), at(numbers, 0)];
  const isAligned =
    Math.abs(one.left - other.left) <= positionTolerance ||
    Math.abs(one.right - other.right) <= positionTolerance;
  return isAligned && (numbers.length === 1 || step === known.step);
}

function removeNumbers({ fragments }: PageText, numbers: readonly MarginNumber[]): PageText['fragments'] {
  const rests = new Map(numbers.map(({ fragment, rest }) => [fragment, rest]));
  return fragments.flatMap((fragment) => {
    const rest = rests.get(fragment);
    return rest === undefined ? fragment : (rest ?? []);
  });
}
