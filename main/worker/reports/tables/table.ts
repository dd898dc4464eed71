import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { toPrintable } from '#shared/reports/base/printable.ts';
import { type OwnText, type ReportText, reshape } from '#shared/reports/base/report-text.ts';

/**
 * A cell of the claim log. A `date` is a calendar date (ISO 8601 year, year-month or full date), a `time` a timestamp (RFC 3339 in
 * UTC). A `link` has an address that may be opened. A `status` is a text, too, and has the colour of its status. Null is empty. All texts
 * are printable.
 */
export type Cell =
  | { kind: 'text'; text: ReportText }
  | { kind: 'number'; number: number }
  | { kind: 'date'; date: OwnText }
  | { kind: 'time'; at: OwnText }
  | { kind: 'link'; text: ReportText; href: ReportText }
  | { kind: 'status'; text: ReportText; status: ClaimStatus }
  | null;

/** A column and how its cells are made from the value of a row. */
export interface Column<Row> {
  label: ReportText;
  /** About how many characters fit into a line of it. */
  width: number;
  getCell: (row: Row) => Cell;
  /** Whether the table has the column only if a row needs it. */
  isOptional: boolean;
}

export function column<Row>(
  label: ReportText,
  width: number,
  getCell: (row: Row) => Cell,
  isOptional = false,
): Column<Row> {
  return { label, width, getCell, isOptional };
}

export interface Table {
  name: OwnText;
  columns: Pick<Column<unknown>, 'label' | 'width'>[];
  rows: Cell[][];
}

export function buildTable<Row>(name: OwnText, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const needed = columns.filter(
    ({ isOptional, getCell }) => !isOptional || rows.some((row) => getCell(row) !== null),
  );
  return {
    name,
    columns: needed.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => needed.map(({ getCell }) => getCell(row))),
  };
}

export function textCell(text: ReportText | null): Cell {
  return text === null || text === '' ? null : { kind: 'text', text: reshape(text, toPrintable) };
}

/** Words of the article. Where they go over cells of a table, they have tabs, which a spreadsheet doesn't show. */
export function wordsCell(words: ReportText | null): Cell {
  return textCell(words === null ? null : reshape(words, (text) => text.replace(/ *\t */g, ' | ')));
}

export function numberCell(number: number | null): Cell {
  return number === null ? null : { kind: 'number', number };
}

export function dateCell(date: OwnText | null): Cell {
  return date === null ? null : { kind: 'date', date };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making a formatter takes longer than a thousand uses of it. */
function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  formats.set(timeZone, format);
  return format;
}

/** A timestamp (RFC 3339) as local time in an IANA time zone, to the minute: `2026-11-21 12:04`. */
export function formatLocalTime(timestamp: string, timeZone: string): string {
  const parts = new Map(
    getFormat(timeZone)
      .formatToParts(new Date(timestamp))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
