import { sentenceStateLabels, sentenceStates } from '../../domain/review/sentence-states';
import { getQueryRuleLabel } from '../../queries/query';
import { capitalize } from '../../text/format/end-sentence';
import { createClaimColumns } from './claim-columns';
import type { ClaimLog } from './claim-log';
import { createEvidenceColumns } from './evidence-columns';
import { listClaimRows, listEvidenceRows } from './log-rows';
import { buildTable, type Cell, type Column, numberCell, type Table, textCell, wordsCell } from './table';

type Coverage = NonNullable<ClaimLog['coverage']>;
type BuildTable = typeof buildTable;

const countColumns: Column<{ label: string; count: number }>[] = [
  { label: 'State', width: 20, getCell: ({ label }) => textCell(label) },
  { label: 'Sentences', width: 12, getCell: ({ count }) => numberCell(count) },
];

function listPassageColumns(label: string): Column<Coverage['openWords'][number]>[] {
  return [
    { label, width: 80, getCell: ({ words }) => wordsCell(words) },
    { label: 'Place', width: 16, getCell: ({ place }) => textCell(place) },
  ];
}

function listCoverageTables({ counts, notLookedAt, openWords }: Coverage, build: BuildTable): Table[] {
  const states = sentenceStates.map((state) => ({
    label: capitalize(sentenceStateLabels[state]),
    count: counts[state],
  }));
  return [
    build('Coverage', countColumns, [...states, { label: 'All', count: counts.total }]),
    build('Not looked at', listPassageColumns('Sentence'), notLookedAt),
    build('Partly', listPassageColumns('Open words'), openWords),
  ];
}

const queryColumns: Column<NonNullable<ClaimLog['queries']>[number]>[] = [
  { label: 'Query', width: 30, getCell: ({ rule }) => textCell(getQueryRuleLabel(rule)) },
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
 * query, the number of sentences in each state of coverage, and a row for each sentence that was not looked at and for what is open in
 * others.
 *
 *     log-rows.ts            the claims in order, with the sources that they rest on
 *     claim-columns.ts, evidence-columns.ts   the columns
 *     csv/                   the tables as comma-separated values
 *
 * main/core/report/files/xlsx writes them as a workbook.
 */
export function listTables(log: ClaimLog): Table[] {
  const build: BuildTable = (name, columns, rows) =>
    buildTable(name, log.reader === 'legal' ? [lawyersColumn, ...columns] : columns, rows);
  return [
    build('Claims', createClaimColumns(log), listClaimRows(log)),
    build('Evidence', createEvidenceColumns(log), listEvidenceRows(log)),
    ...(log.queries === null ? [] : [build('Open queries', queryColumns, log.queries)]),
    ...(log.coverage === null ? [] : listCoverageTables(log.coverage, build)),
  ];
}
