import { getAttribute } from '../xml';

/** A cell of a row; null for one that only goes on below the row in which it begins. */
type OdtCell = Element | null;

/** Columns from one of them on that a cell above covers for some more rows. */
interface RowSpan {
  column: number;
  columns: number;
  rowsLeft: number;
}

/** More repeated cells than this are no table of an article. */
const maxRepeated = 1_000;

const rowParts = /^table-(?:header-rows|rows|row-group)$/;

/** Lists the rows of a table or the cells of a row, through any elements between them. */
function* listParts(parent: Element, name: RegExp): Generator<Element> {
  for (const element of parent.children) {
    if (name.test(element.localName)) yield element;
    else if (rowParts.test(element.localName)) yield* listParts(element, name);
  }
}

function readCount(cell: Element, name: string): number {
  const count = Number(getAttribute(cell, name) ?? 1);
  return Number.isInteger(count) ? Math.min(maxRepeated, Math.max(1, count)) : 1;
}

/**
 * Lists the cells of each row of a table (ODF 1.3, part 3: 9.1). A cell that goes on below its row is an empty cell there, once, as
 * in Word documents; what covers columns within a row is no cell.
 */
export function listOdtRows(table: Element): OdtCell[][] {
  let spans: RowSpan[] = [];
  return Array.from(listParts(table, /^table-row$/), (row) => {
    const above = spans;
    spans = above.flatMap((span) => (span.rowsLeft > 1 ? [{ ...span, rowsLeft: span.rowsLeft - 1 }] : []));
    let column = 0;
    return Array.from(listParts(row, /^(?:covered-)?table-cell$/)).flatMap((cell): OdtCell[] => {
      const start = column;
      column += readCount(cell, 'number-columns-repeated');
      if (cell.localName === 'table-cell') {
        const rowsLeft = readCount(cell, 'number-rows-spanned') - 1;
        const columns = readCount(cell, 'number-columns-spanned');
        if (rowsLeft > 0) spans.push({ column: start, columns, rowsLeft });
        return [cell];
      }
      return above.filter((span) => span.column >= start && span.column < column).map(() => null);
    });
  });
}
