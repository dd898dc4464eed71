import type { ConfidentialTerm } from '../../../../shared/reports/confidential/terms/confidential-term';
import { claimLogSchema } from '../../../../shared/reports/tables/claim-log';
import { renderCsv } from '../../../../shared/reports/tables/csv/render-csv';
import { listTables } from '../../../../shared/reports/tables/list-tables';
import { type PackageSearch, searchPackage } from '../../../../shared/reports/written/search-package';
import { decodeContent } from '../encoded-report';
import type { ReportFile } from './report-file';
import { writeXlsx } from './xlsx/write-xlsx';

/** The formats in which a claim log is written. */
export type ClaimLogFormat = 'xlsx' | 'csv';

export interface ClaimLogJob {
  /** The content of the report. */
  content: Uint8Array;
  format: ClaimLogFormat;
  /** What a workbook may not contain. Comma-separated values have nothing that is not in the content, which was searched. */
  terms: readonly ConfidentialTerm[];
}

/** The files of a claim log, and what was found in them. */
export interface ClaimLogFiles {
  files: ReportFile[];
  search: PackageSearch;
}

/**
 * Makes the files of a claim log: one workbook, or a file of comma-separated values for each table. The workbook is searched as it is
 * written. Takes long for thousands of claims. Rejects when the content is no claim log, which is a bug.
 */
export async function makeClaimLogFiles({ content, format, terms }: ClaimLogJob): Promise<ClaimLogFiles> {
  const log = claimLogSchema.parse(JSON.parse(decodeContent(content)));
  if (format === 'xlsx') {
    const bytes = await writeXlsx(log);
    return { files: [{ suffix: '', bytes }], search: searchPackage(bytes, terms) };
  }
  const files = listTables(log).map((table, index) => ({
    suffix: index === 0 ? '' : ` ${table.name.toLowerCase()}`,
    bytes: new TextEncoder().encode(renderCsv(table, log.timeZone)),
  }));
  return { files, search: { state: 'searched', leaks: [] } };
}
