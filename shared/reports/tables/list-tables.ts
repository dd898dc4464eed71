import { createClaimColumns } from './claim-columns';
import type { ClaimLog } from './claim-log';
import { createEvidenceColumns } from './evidence-columns';
import { listClaimRows, listEvidenceRows } from './log-rows';
import { buildTable, type Table } from './table';

/**
 * Lists the tables of a claim log: a row for each claim, and a row for each piece of evidence.
 *
 *     log-rows.ts            the claims in order, with the sources that they rest on
 *     claim-columns.ts, evidence-columns.ts   the columns
 *     csv/                   the tables as comma-separated values
 *
 * main/core/report/files/xlsx writes them as a workbook.
 */
export function listTables(log: ClaimLog): Table[] {
  return [
    buildTable('Claims', createClaimColumns(log), listClaimRows(log)),
    buildTable('Evidence', createEvidenceColumns(log), listEvidenceRows(log)),
  ];
}
