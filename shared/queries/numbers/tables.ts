import type { Figure } from '#shared/reading/figure.ts';
import { readSpans } from '#shared/reading/read-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { Query } from '../base/query.ts';
import type { NumberText } from './number-text.ts';
import { createSumQuery, getRounding } from './totals.ts';

/** The first words of a row that holds the sum of the rows above. */
const totalLabel =
  /^\s*(?:(?:grand |sub)?total|sum|summe|gesamt\p{sc=Latn}*|insgesamt|zusammen|in all|altogether|overall|all)(?!\p{sc=Latn})/iu;
/** Longest block that is read as an item of a list, in UTF-16 code units. */
const maxItemLength = 90;
/** The most rows of a table that are added up. */
const maxRows = 400;

/** A row of a table or an item of a list, with the figures of its cells; null where a cell has none or several. */
interface Row {
  isTotal: boolean;
  cells: (Figure | null)[];
}

/** Raises a query for a total in a table or list that is not the sum of the rows above. Tabs separate cells. */
export function findWrongTables(numbers: NumberText): Query[] {
  const { text, blocks } = numbers.draft;
  const queries: Query[] = [];
  let rows: Row[] = [];
  for (const block of blocks) {
    const row = readRow(numbers, block);
    if (row?.isTotal) {
      queries.push(...checkRows(numbers, rows, row));
      rows = [];
    } else if (
      row &&
      rows.length < maxRows &&
      (rows.at(-1)?.cells.length ?? row.cells.length) === row.cells.length
    )
      rows.push(row);
    else rows = row && text.slice(block.start, block.end).includes('\t') ? [row] : [];
  }
  return queries;
}

function readRow({ draft, language }: NumberText, block: Span): Row | null {
  const written = draft.text.slice(block.start, Math.min(block.end, block.start + 2_000));
  const hasCells = written.includes('\t');
  if (!hasCells && block.end - block.start > maxItemLength) return null;
  if (!hasCells && !/\d/.test(written)) return null;
  let start = block.start;
  const cells = (hasCells ? written.split('\t') : [written]).map((cell) => {
    const span = { start, end: start + cell.length };
    start = span.end + 1;
    if (span.start === span.end) return null;
    const figures = readSpans(draft, language, [span])[0]?.figures ?? [];
    const [found] = figures;
    return found &&
      figures.length === 1 &&
      !(hasCells && /\p{sc=Latn}{4,}.*\d|\d.*\p{sc=Latn}{8,}/u.test(cell))
      ? asCount(found.figure)
      : null;
  });
  return { isTotal: totalLabel.test(written), cells };
}

/** Reads a year in a cell as a number: in a column of counts, 2019 is a count. */
function asCount(figure: Figure): Figure {
  return figure.kind === 'year' ? { ...figure, kind: 'number' } : figure;
}

function checkRows({ draft }: NumberText, rows: readonly Row[], total: Row): Query[] {
  // Headings above the first row with numbers are left out.
  const body = rows.slice(rows.findIndex(({ cells }) => cells.some((cell) => cell !== null)));
  if (body.length < 2) return [];
  return total.cells.flatMap((sum, column): Query[] => {
    const parts = body.map(({ cells }) => cells[column] ?? null);
    const known = parts.filter((part) => part !== null);
    if (!sum || known.length < parts.length) return [];
    const isAlike = known.every(
      ({ kind, unit, bound }) => kind === sum.kind && unit === sum.unit && bound === null,
    );
    if (!isAlike || !['number', 'money', 'measure', 'percent'].includes(sum.kind)) return [];
    const added = known.reduce((subtotal, { value }) => subtotal + value, 0);
    const ratio = added / sum.value;
    // The last cell of a column of rates or years is an average or the like, not a sum.
    if (ratio < 0.7 || ratio > 1.4) return [];
    return Math.abs(added - sum.value) <= getRounding(known, sum) + 1e-9
      ? []
      : [createSumQuery(draft, known, sum)];
  });
}
