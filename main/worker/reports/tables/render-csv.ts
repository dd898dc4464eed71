import { type Cell, formatLocalTime, type Table } from './table.ts';

/**
 * A character with which a formula begins, plain or full-width, at the start of a cell, perhaps behind white space. A cell may also
 * start inside the text: where a program takes another character for the separator, or does not know the quotation marks.
 */
const formulaStart = /(^|[,;|\t\n"'])([^\S\t\n]*)(?=[=+\-@＝＋－＠])/g;

/** White space at the start that some programs skip, or take for the start of a formula. */
const hiddenStart = /^(?='*[\t\r\n])/;

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const values = [
  'true|false',
  // Numbers, amounts, percentages, fractions, dates and times in figures.
  '\\p{Sc}?\\s*[\\d.(][\\d\\s.,:/()%\\p{Sc}’–-]*(?:e[+-]?\\d+)?(?:\\s*[ap]\\.?m\\.?)?',
  `\\d{1,4}[\\s./-]*${month}[\\s./,-]*[\\d\\s,./:-]*`,
  `${month}[\\s./,-]*\\d[\\d\\s,./:-]*`,
];

/** A text that a spreadsheet would take for a number, a date, a time or a truth value, and not show as it is. */
const valueLike = new RegExp(`^'*\\s*(?:${values.join('|')})\\s*$`, 'iu');

/** A longer text is never taken for a value, in UTF-16 code units. */
const maxValueLength = 60;

/**
 * Puts `'` before everything in a text with which a formula may begin, so that a spreadsheet takes it for text, as OWASP recommends
 * against CSV injection; and before a text that it would turn into a number or a date. Nothing is changed or left out.
 */
export function neutralizeFormulas(text: string): string {
  const neutral = text.replace(formulaStart, "$1$2'");
  const isValue = text.length <= maxValueLength && valueLike.test(text);
  return isValue || hiddenStart.test(text) ? `'${neutral}` : neutral;
}

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
