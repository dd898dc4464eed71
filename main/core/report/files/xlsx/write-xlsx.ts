import writeExcelFile from 'write-excel-file/node';
import type { ClaimLog } from '../../../../../shared/reports/tables/claim-log';
import { listTables } from '../../../../../shared/reports/tables/list-tables';
import { eraseZipTimes } from './erase-zip-times';
import { createPropertiesFeature } from './properties-feature';
import { createSheetFeature } from './sheet-features';
import { toSheet } from './sheets';

/**
 * Writes a claim log as a workbook (ECMA-376, .xlsx) with a sheet for each table. The same log gives the same bytes.
 *
 *     sheets.ts               cells with types: every text is a string, so that nothing can be a formula
 *     shared-string.ts        texts as the format holds them; date-cells.ts its dates
 *     sheet-features.ts       filters, links and page headers, which write-excel-file leaves to extensions
 *     properties-feature.ts   the file's title and author
 *     erase-zip-times.ts      takes the time of writing out
 */
export async function writeXlsx(log: ClaimLog): Promise<Uint8Array> {
  const tables = listTables(log);
  const file = writeExcelFile(
    tables.map((table) => toSheet(table, log.timeZone)),
    { features: [createSheetFeature(tables, log.pageLine), createPropertiesFeature(log)] },
  );
  const bytes = new Uint8Array(await file.toBuffer());
  eraseZipTimes(bytes);
  return bytes;
}
