import { queryRuleLabels } from '../../queries/query';
import { createClaimColumns } from './claim-columns';
import type { ClaimLog } from './claim-log';
import { createEvidenceColumns } from './evidence-columns';
import { listClaimRows, listEvidenceRows } from './log-rows';
import { buildTable, type Cell, type Column, type Table, textCell, wordsCell } from './table';

const unreadColumns: Column<{ words: string; place: string }>[] = [
  { label: 'Sentence', width: 80, getCell: ({ words }) => wordsCell(words) },
  { label: 'Place', width: 16, getCell: ({ place }) => textCell(place) },
];

const queryColumns: Column<NonNullable<ClaimLog['queries']>[number]>[] = [
  { label: 'Query', width: 30, getCell: ({ rule }) => textCell(queryRuleLabels[rule]) },
  { label: 'Explanation', width: 60, getCell: ({ explanation }) => textCell(explanation) },
  { label: 'Places', width: 60, getCell: ({ places }) => wordsCell(places.join('\n')) },
];

const markForLawyers = 'For lawyers only';

/**
 * The first column of every table for lawyers. The line of their reports is on the printed pages of a workbook alone, and rows are
 * copied, sorted and read by programs, so each row says it itself.
 */
const lawyersColumn = {
  label: markForLawyers,
  width: 18,
  getCell: (): Cell => textCell(markForLawyers),
};

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
  const build = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]) =>
    buildTable(name, log.reader === 'legal' ? [lawyersColumn, ...columns] : columns, rows);
  return [
    build('Claims', createClaimColumns(log), listClaimRows(log)),
    build('Evidence', createEvidenceColumns(log), listEvidenceRows(log)),
    ...(log.queries === null ? [] : [build('Open queries', queryColumns, log.queries)]),
    ...(log.unread === null ? [] : [build('Not read', unreadColumns, log.unread)]),
  ];
}
