import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility';
import type { Table } from '../../../../../shared/reports/tables/table';
import type { WorkbookFeature } from './workbook-types';

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
export function createSheetFeature(tables: readonly Table[], pageLine: string | null): WorkbookFeature {
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
