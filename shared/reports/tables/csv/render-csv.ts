import { formatLocalTime } from '../local-time';
import type { Cell, Table } from '../table';
import { neutralizeFormulas } from './neutralize-formulas';

/** Says that the file is UTF-8: without it, Excel reads it in the encoding of the system. */
const byteOrderMark = '\ufeff';

function formatText(text: string): string {
  return `"${neutralizeFormulas(text).replaceAll('"', '""')}"`;
}

function formatCell(cell: Cell, timeZone: string): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'number':
      return String(cell.number);
    case 'date':
      return cell.date;
    case 'time':
      return formatLocalTime(cell.at, timeZone);
    default:
      return formatText(cell.text);
  }
}

/**
 * Renders a table as comma-separated values (RFC 4180: CRLF, a header). Texts are in quotation marks, numbers and dates are not, so
 * that a program can distinguish them. Times are in the zone (IANA name), without its offset, because spreadsheets don't know offsets.
 */
export function renderCsv({ columns, rows }: Table, timeZone: string): string {
  const lines = [
    columns.map(({ label }) => formatText(label)),
    ...rows.map((row) => row.map((cell) => formatCell(cell, timeZone))),
  ];
  return `${byteOrderMark}${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}
