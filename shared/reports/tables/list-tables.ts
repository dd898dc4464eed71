import { queryRuleLabels } from '../../queries/query';
import { createClaimColumns } from './claim-columns';
import type { ClaimLog } from './claim-log';
import { createEvidenceColumns } from './evidence-columns';
import { listClaimRows, listEvidenceRows } from './log-rows';
import { buildTable, type Column, type Table, textCell, wordsCell } from './table';

const unreadColumns: Column<{ words: string; place: string }>[] = [
  { label: 'Sentence', width: 80, getCell: ({ words }) => wordsCell(words) },
  { label: 'Place', width: 16, getCell: ({ place }) => textCell(place) },
];

const queryColumns: Column<NonNullable<ClaimLog['queries']>[number]>[] = [
  { label: 'Query', width: 30, getCell: ({ rule }) => textCell(queryRuleLabels[rule]) },
  { label: 'Explanation', width: 60, getCell: ({ explanation }) => textCell(explanation) },
  { label: 'Places', width: 60, getCell: ({ places }) => wordsCell(places.join('\n')) },
];

/**
 * Lists the tables of a claim log: a row for each claim and for each piece of evidence, and, except for the public, a row for each open
 * query and for each sentence that nobody looked at.
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
    ...(log.queries === null ? [] : [buildTable('Open queries', queryColumns, log.queries)]),
    ...(log.unread === null ? [] : [buildTable('Not read', unreadColumns, log.unread)]),
  ];
}
