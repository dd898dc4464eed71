import type { ClaimStatus } from '../../domain/verdict';

/**
 * A cell of the claim log. A `date` is a calendar date (ISO 8601 year, year-month or full date), a `time` a timestamp (RFC 3339 in
 * UTC). A `link` has an address that may be opened. A `status` is a text, too, and has the colour of its status. Null is empty.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'date'; date: string }
  | { kind: 'time'; at: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'status'; text: string; status: ClaimStatus }
  | null;

/** A column and how its cells are made from the value of a row. */
export interface Column<Row> {
  label: string;
  /** About how many characters fit into a line of it. */
  width: number;
  getCell: (row: Row) => Cell;
  /** Whether the table has the column only if a row needs it. */
  isOptional?: boolean;
}

export interface Table {
  name: string;
  columns: Pick<Column<unknown>, 'label' | 'width'>[];
  rows: Cell[][];
}

export function buildTable<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const needed = columns.filter(
    ({ isOptional, getCell }) => !isOptional || rows.some((row) => getCell(row) !== null),
  );
  return {
    name,
    columns: needed.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => needed.map(({ getCell }) => getCell(row))),
  };
}

export function textCell(text: string | null): Cell {
  return text === null || text === '' ? null : { kind: 'text', text };
}

/** Words of the article. Where they go over cells of a table, they have tabs, which a spreadsheet doesn't show. */
export function wordsCell(words: string | null): Cell {
  return textCell(words === null ? null : words.replace(/ *\t */g, ' | '));
}

export function numberCell(number: number | null): Cell {
  return number === null ? null : { kind: 'number', number };
}

export function dateCell(date: string | null): Cell {
  return date === null ? null : { kind: 'date', date };
}
