import { claimLogSchema } from '../../../../shared/reports/tables/claim-log';
import { renderCsv } from '../../../../shared/reports/tables/csv/render-csv';
import { listTables } from '../../../../shared/reports/tables/list-tables';
import type { ReportFile } from '../encoded-report';
import type { ClaimLogFormat } from './claim-log-format';
import { writeXlsx } from './write-xlsx';

/**
 * Makes the files of a claim log from the content of its report: one workbook, or a file of comma-separated values for each table.
 * Takes long for thousands of claims. Rejects when the content is no claim log, which is a bug.
 */
export async function makeClaimLogFiles(content: string, format: ClaimLogFormat): Promise<ReportFile[]> {
  const log = claimLogSchema.parse(JSON.parse(content));
  if (format === 'xlsx') return [{ suffix: '', bytes: await writeXlsx(log) }];
  return listTables(log).map((table, index) => ({
    suffix: index === 0 ? '' : ` ${table.name.toLowerCase()}`,
    bytes: new TextEncoder().encode(renderCsv(table, log.timeZone)),
  }));
}
