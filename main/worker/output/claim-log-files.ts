import type { ReportFormat } from '#shared/domain/settings/report-options.ts';
import type { ClaimLog } from '../reports/tables/claim-log.ts';
import { renderCsv } from '../reports/tables/render-csv.ts';
import type { ReportFile } from './encoded-report.ts';
import { writeXlsx } from './write-xlsx.ts';

/**
 * Makes the files of a claim log: one workbook, or a file of comma-separated values for each table. Takes long for thousands of claims.
 */
export async function makeClaimLogFiles(log: ClaimLog, format: ReportFormat): Promise<ReportFile[]> {
  if (format === 'xlsx') return [{ suffix: '', bytes: await writeXlsx(log) }];
  return log.tables.map((table, index) => ({
    suffix: index === 0 ? '' : ` ${table.name.toLowerCase()}`,
    bytes: new TextEncoder().encode(renderCsv(table, log.timeZone)),
  }));
}
