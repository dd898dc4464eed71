import writeExcelFile, { type CellObject, type Cell as SheetCell } from 'write-excel-file/node';
import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import type { ClaimLog } from '../reports/tables/claim-log.ts';
import { type Cell, formatLocalTime, type Table } from '../reports/tables/table.ts';

/** The program's calendar begins in 1900 and has a 29 February 1900, so that earlier days are no dates everywhere. */
const firstDate = '1900-03-01';

/** A full calendar date (ISO 8601) as the midnight in UTC that a cell stores; null for a year, a month, or no such day. */
function toCellDate(date: string): Date | null {
  if (date.length < firstDate.length || date < firstDate) return null;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? parsed : null;
}

/** A timestamp (RFC 3339) as the date that a cell stores: cells know no time zones, so it is local time in the zone. */
function toCellTime(timestamp: string, timeZone: string): Date {
  return new Date(`${formatLocalTime(timestamp, timeZone).replace(' ', 'T')}:00Z`);
}

/** Signatures of a zip's records, and how far into each its time stands, in bytes (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
const localHeader = { signature: 0x04034b50, time: 10 };
const centralHeader = { signature: 0x02014b50, time: 12 };
const end = { signature: 0x06054b50, length: 22 };

/** 1 January 1980, 00:00, as MS-DOS writes it: the earliest time that a zip can hold. */
const earliest = 0x0021_0000;

/**
 * Sets the times of all entries of a zip to 1 January 1980, in place: they show when and in which time zone the file was made, and would
 * make two files of the same content differ. The zip must have no comment and fewer than 65,535 entries. Throws on anything else.
 */
function eraseZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const endAt = zip.byteLength - end.length;
  const check = (at: number, signature: number) => {
    if (at < 0 || view.getUint32(at, true) !== signature) throw new Error('this is no plain zip');
  };
  check(endAt, end.signature);
  const count = view.getUint16(endAt + 10, true);
  let at = view.getUint32(endAt + 16, true);
  for (let index = 0; index < count; index += 1) {
    check(at, centralHeader.signature);
    view.setUint32(at + centralHeader.time, earliest, true);
    const local = view.getUint32(at + 42, true);
    check(local, localHeader.signature);
    view.setUint32(local + localHeader.time, earliest, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

type Arguments = Parameters<typeof writeExcelFile>;

/** A sheet of write-excel-file, and an extension of it, with the content of files that it knows in Node. */
type WorkbookSheet = Arguments[0][number];
type WorkbookFeature = NonNullable<NonNullable<Arguments[1]>['features']>[number];

const propertiesPath = 'docProps/core.xml';
const contentType = 'application/vnd.openxmlformats-package.core-properties+xml';
const relationshipType =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

function buildProperties({ title, authors, madeAt }: ClaimLog): string {
  const creator =
    authors.length === 0 ? '' : `<dc:creator>${sanitizeTextContent(authors.join('; '))}</dc:creator>`;
  const created = `<dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${sanitizeTextContent(title)}</dc:title>${creator}${created}</cp:coreProperties>`;
}

/** The properties of the file: its title, when it was made, and by whom if the log names somebody. */
function createPropertiesFeature(log: ClaimLog): WorkbookFeature {
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () => `<Override PartName="/${propertiesPath}" ContentType="${contentType}"/>`,
        },
        '_rels/.rels': {
          insert: () =>
            `<Relationship Id="rId-properties" Type="${relationshipType}" Target="${propertiesPath}"/>`,
        },
      },
      write: { files: () => ({ [propertiesPath]: buildProperties(log) }) },
    },
  };
}

/** Longest text of a cell, in UTF-16 code units: a limit of the format's programs. */
const maxCellLength = 32_767;

/**
 * Looks like the escape of a character in a shared string (ECMA-376 Part 1, 22.9.2.19), so it has to be escaped itself. The `_` at its end
 * may be that with which the escape of `�` begins.
 */
const escapeLike = /_(?=x[\da-f]{4}[_\ufffd])/gi;

function formatEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Cuts a text that is too long for a cell, and says so at its end. A cut never splits a surrogate pair. */
function cutToCell(text: string): string {
  if (text.length <= maxCellLength) return text;
  const notice = ` … [Cut here: a cell holds no more. The text has ${text.length} characters.]`;
  const kept = text.slice(0, maxCellLength - notice.length).replace(/[\ud800-\udbff]$/, '');
  return kept + notice;
}

/**
 * Writes a printable text as a shared string that every reader decodes to the same text. write-excel-file leaves `�` out, and it
 * indexes strings by a plain object, so that the names of that object's own properties (`constructor`) would be no strings.
 */
export function toSharedString(text: string): string {
  const escaped = /_x|\ufffd/i.test(text)
    ? text.replace(escapeLike, '_x005F_').replaceAll('\ufffd', formatEscape)
    : text;
  return escaped in {} ? formatEscape(escaped) + escaped.slice(1) : escaped;
}

/** Limits of Excel: a sheet with more links is repaired when it opens, and a longer address is refused. */
const maxLinks = 65_530;
const maxAddressLength = 2_079;

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

interface Link {
  cell: string;
  href: string;
}

/** Lists the links of a sheet by the cells that they are in. The table is below one row of headings. */
function listLinks({ rows }: Table): Link[] {
  return rows
    .flatMap((row, rowIndex) =>
      row.flatMap((cell, columnIndex) =>
        cell?.kind === 'link' && cell.href.length <= maxAddressLength
          ? { cell: getCellAddress(rowIndex + 1, columnIndex), href: cell.href }
          : [],
      ),
    )
    .slice(0, maxLinks);
}

/** The range of a table with its headings: `A1:P12`. */
function getRange({ columns, rows }: Table): string {
  return `${getCellAddress(0, 0)}:${getCellAddress(rows.length, columns.length - 1)}`;
}

/** The same as names hold it: `$A$1:$P$12`. */
function getAbsoluteRange(table: Table): string {
  return getRange(table).replace(/[A-Z]+/g, (letters) => `$${letters}$`);
}

/** The text of a header in the format's own notation, in which `&` begins a command. */
function buildPageHeader(line: string | null): string {
  if (line === null) return '';
  return `<headerFooter><oddHeader>${sanitizeAttributeValue(`&C${line.replaceAll('&', '&&')}`)}</oddHeader></headerFooter>`;
}

function buildLinks(links: readonly Link[]): string {
  if (links.length === 0) return '';
  const list = links.map(({ cell }, index) => `<hyperlink ref="${cell}" r:id="rId-link-${index + 1}"/>`);
  return `<hyperlinks>${list.join('')}</hyperlinks>`;
}

/** The names by which programs find the filter of each sheet, and the row that they print on each page. */
function buildNames(tables: readonly Table[]): string {
  const names = tables.map((table, index) => {
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${table.name}!${getAbsoluteRange(table)}</definedName>`;
    return `${filter}<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${table.name}!$1:$1</definedName>`;
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/**
 * The filter, the links and the page header of each sheet, which write-excel-file leaves to extensions. The names of the tables have to
 * be plain words. The order of elements is that of CT_Worksheet (ECMA-376 Part 1, 18.3.1.99).
 */
function createSheetFeature(tables: readonly Table[], pageLine: string | null): WorkbookFeature {
  const links = tables.map(listLinks);
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => buildNames(tables)),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const table = tables[sheetIndex];
            const filter = table ? `<autoFilter ref="${getRange(table)}"/>` : '';
            return xml
              .replace('</sheetData>', () => `</sheetData>${filter}${buildLinks(links[sheetIndex] ?? [])}`)
              .replace('<drawing ', () => `${buildPageHeader(pageLine)}<drawing `);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            (links[sheetIndex] ?? [])
              .map(({ href }, index) => {
                const target = sanitizeAttributeValue(href);
                return `<Relationship Id="rId-link-${index + 1}" Type="${linkType}" Target="${target}" TargetMode="External"/>`;
              })
              .join(''),
        },
      },
    },
  };
}

const dateFormat = 'yyyy-mm-dd';
const timeFormat = 'yyyy-mm-dd hh:mm';

/** Every cell begins at the top of its row, and long texts are wrapped. */
const layout = { wrap: true, alignVertical: 'top' } as const;
const header = {
  ...layout,
  fontWeight: 'bold',
  backgroundColor: '#e8eaee',
  bottomBorderStyle: 'thin',
} as const;

/** A cell of the format “Text”: it stays a text when somebody edits it, whatever it begins with. */
function toTextCell(text: string, style: Partial<CellObject> = {}): CellObject {
  return { type: String, value: toSharedString(cutToCell(text)), format: '@', ...layout, ...style };
}

function toSheetCell(cell: Cell, timeZone: string): SheetCell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return toTextCell(cell.text);
    case 'status':
      return toTextCell(cell.text, { ...statusLooks[cell.status].cell, fontWeight: 'bold' });
    case 'link':
      return toTextCell(cell.text, { textColor: '#0b57a8', textDecoration: { underline: true } });
    case 'number':
      return { type: Number, value: cell.number, ...layout };
    case 'date': {
      const date = toCellDate(cell.date);
      if (date === null) return toTextCell(cell.date);
      return { type: Date, value: date, format: dateFormat, align: 'left', ...layout };
    }
    case 'time':
      return {
        type: Date,
        value: toCellTime(cell.at, timeZone),
        format: timeFormat,
        align: 'left',
        ...layout,
      };
  }
}

/** A table as a sheet of write-excel-file, with a header that stays in view. Times are in the zone (IANA name). */
function toSheet({ name, columns, rows }: Table, timeZone: string): WorkbookSheet {
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    data: [
      columns.map(({ label }) => toTextCell(label, header)),
      ...rows.map((row) => row.map((cell) => toSheetCell(cell, timeZone))),
    ],
  };
}

/**
 * Writes a claim log as a workbook (ECMA-376, .xlsx) with a sheet for each table. Every text is a string, so that nothing can be a formula.
 * The same log gives the same bytes.
 */
export async function writeXlsx(log: ClaimLog): Promise<Uint8Array> {
  const { tables, timeZone, pageLine } = log;
  const file = writeExcelFile(
    tables.map((table) => toSheet(table, timeZone)),
    { features: [createSheetFeature(tables, pageLine), createPropertiesFeature(log)] },
  );
  const bytes = new Uint8Array(await file.toBuffer());
  eraseZipTimes(bytes);
  return bytes;
}
