import { stanceLabels } from '../../domain/evidence';
import { sentenceStateLabels, sentenceStates } from '../../domain/review/sentence-states';
import { sourceKindLabels } from '../../domain/source';
import { canOpenUrl, toBrowserUrl } from '../../domain/url';
import { type ClaimStatus, statusLooks } from '../../domain/verdict';
import { getQueryRuleLabel } from '../../queries/query';
import { formatFileSize, formatPlayingTime } from '../../text/format/numbers';
import { capitalize, endSentence } from '../../text/format/wording';
import { formatUnplacedHeading } from '../wording/describe-claim';
import { confidentialSourceText } from '../wording/describe-source';
import type { ClaimLog, LogClaim, LogDetails, LogEvidence, LogSource } from './claim-log';
import {
  buildTable,
  type Cell,
  type Column,
  dateCell,
  numberCell,
  type Table,
  textCell,
  wordsCell,
} from './table';

/** Names a source in one line: its citation, or that it is confidential. */
function formatSourceName(source: LogSource): string {
  return source.confidential ? confidentialSourceText : source.citation;
}

/** A claim of the log, wherever it is. */
interface ClaimRow {
  claim: LogDetails;
  /** Null for a claim without a place. */
  placed: LogClaim | null;
  /** Says where a claim without a place is; null for the others. */
  whereabouts: string | null;
  /** Whether it was retired, and counts no longer. */
  isCut: boolean;
  firstSource: LogSource | null;
}

interface EvidenceRow {
  row: ClaimRow;
  evidence: LogEvidence;
  source: LogSource;
}

function findSource(sources: ReadonlyMap<number, LogSource>, number: number): LogSource {
  const source = sources.get(number);
  if (!source) throw new Error(`the claim log has no source ${number}`);
  return source;
}

function indexSources({ sources }: ClaimLog): Map<number, LogSource> {
  return new Map(sources.map((source) => [source.number, source]));
}

/** Lists the claims in reading order, then those without a place. Throws when a source is missing. */
function listClaimRows(log: ClaimLog): ClaimRow[] {
  const sources = indexSources(log);
  const findFirstSource = ({ evidence: [first] }: LogDetails) => first && findSource(sources, first.source);
  const toRow = (claim: LogDetails, place: Pick<ClaimRow, 'placed' | 'whereabouts' | 'isCut'>): ClaimRow => {
    return { claim, ...place, firstSource: findFirstSource(claim) ?? null };
  };
  return [
    ...log.claims.map((claim) => toRow(claim, { placed: claim, whereabouts: null, isCut: false })),
    ...log.unplaced.flatMap(({ state, draft, claims }) => {
      const whereabouts = formatUnplacedHeading({ state, draftNumber: draft });
      return claims.map((claim) => toRow(claim, { placed: null, whereabouts, isCut: state === 'cut' }));
    }),
  ];
}

/** Lists the evidence of these claims in the same order. Throws when a source is missing. */
function listEvidenceRows(log: ClaimLog): EvidenceRow[] {
  const sources = indexSources(log);
  return listClaimRows(log).flatMap((row) =>
    row.claim.evidence.map((evidence) => ({ row, evidence, source: findSource(sources, evidence.source) })),
  );
}

/** The glyph and the label, so that statuses differ without colour. */
function statusCell(status: ClaimStatus): Cell {
  const { glyph, label } = statusLooks[status];
  return { kind: 'status', text: `${glyph} ${label}`, status };
}

/** Whether the verdict beside it counts now, and never that verdict again. */
function getStatusCell({ claim: { standing }, isCut }: ClaimRow): Cell {
  if (isCut) return textCell('Cut');
  if (standing === 'recheck') return statusCell(standing);
  return textCell(standing === 'unchecked' ? 'Not checked' : 'Checked');
}

function getPlaceCell({ placed }: ClaimRow): Cell {
  if (!placed) return null;
  const { page, startsAtMs } = placed;
  return page === null && startsAtMs !== null ? textCell(formatPlayingTime(startsAtMs)) : numberCell(page);
}

/** The columns of the table of claims. Lawyers get one more, and the public no times. Times are written in the log's zone. */
function createClaimColumns({ reader, timeZone }: ClaimLog): Column<ClaimRow>[] {
  const risks: Column<ClaimRow> = {
    label: 'Accepted risks',
    width: 30,
    getCell: ({ claim }) => textCell(claim.acceptedRisks),
  };
  const time: Column<ClaimRow> = {
    label: `Checked at (${timeZone})`,
    width: 18,
    getCell: ({ claim: { judged } }) => (judged?.at == null ? null : { kind: 'time', at: judged.at }),
  };
  return [
    { label: 'Claim', width: 8, getCell: ({ placed }) => numberCell(placed?.number ?? null) },
    { label: 'Words', width: 40, getCell: ({ claim }) => wordsCell(claim.words) },
    { label: 'Sentence', width: 50, getCell: ({ placed }) => wordsCell(placed?.sentence ?? null) },
    { label: 'Verdict', width: 16, getCell: ({ claim }) => statusCell(claim.verdict) },
    { label: 'Status', width: 16, getCell: getStatusCell },
    { label: 'Why to re-check', width: 30, getCell: ({ claim }) => textCell(claim.changes) },
    {
      label: 'Kind',
      width: 10,
      getCell: ({ claim }) => textCell(claim.kind === null ? null : capitalize(claim.kind)),
    },
    {
      label: 'Tags',
      width: 20,
      isOptional: true,
      getCell: ({ claim }) => textCell(claim.tags.length === 0 ? null : claim.tags.join(', ')),
    },
    { label: 'Stated by', width: 20, getCell: ({ claim }) => textCell(claim.claimant) },
    { label: 'Note', width: 40, getCell: ({ claim }) => textCell(claim.note) },
    { label: 'Correction', width: 40, getCell: ({ claim }) => textCell(claim.correction) },
    { label: 'Evidence', width: 10, getCell: ({ claim }) => numberCell(claim.evidence.length) },
    {
      label: 'First source',
      width: 40,
      getCell: ({ claim, firstSource }) =>
        textCell(firstSource ? formatSourceName(firstSource) : claim.missingEvidence),
    },
    { label: 'Checked by', width: 18, getCell: ({ claim }) => textCell(claim.judged?.by ?? null) },
    ...(reader === 'public' ? [] : [time]),
    { label: 'Page', width: 8, getCell: getPlaceCell },
    ...(reader === 'legal' ? [risks] : []),
    {
      label: 'Without a place',
      width: 24,
      isOptional: true,
      getCell: ({ whereabouts }) => textCell(whereabouts),
    },
  ];
}

type NamedSource = Extract<LogSource, { confidential: false }>;

/** An address as a link, if it is one that may be opened; else as text. */
function linkCell(url: string | null): Cell {
  if (url === null || !canOpenUrl(url)) return textCell(url);
  const href = toBrowserUrl(url);
  return { kind: 'link', text: href, href };
}

function describeFiles({ files }: NamedSource): string {
  return files
    .map(({ name, bytes, sha256 }) => `${name}, ${formatFileSize(bytes)}, SHA-256 ${sha256}`)
    .join('\n');
}

function describeStanding({ standing, standingReason }: NamedSource): string | null {
  if (standing === null) return null;
  return [`${capitalize(standing)}.`, standingReason === null ? '' : endSentence(standingReason)]
    .join(' ')
    .trim();
}

/** A column that is empty for a confidential source. */
function sourceColumn(
  label: string,
  width: number,
  getCell: (source: NamedSource) => Cell,
): Column<EvidenceRow> {
  return { label, width, getCell: ({ source }) => (source.confidential ? null : getCell(source)) };
}

/** The columns that only a log for lawyers has. */
const columnsForLawyers: readonly Column<EvidenceRow>[] = [
  sourceColumn('Confidential', 12, ({ isForLawyersOnly }) =>
    textCell(isForLawyersOnly ? 'Confidential' : null),
  ),
  sourceColumn('Contact', 30, ({ contact }) => textCell(contact)),
];

/** The columns of the table of evidence. */
function createEvidenceColumns({ reader }: ClaimLog): Column<EvidenceRow>[] {
  return [
    { label: 'Claim', width: 8, getCell: ({ row }) => numberCell(row.placed?.number ?? null) },
    { label: 'Words of the claim', width: 40, getCell: ({ row }) => wordsCell(row.claim.words) },
    { label: 'Stance', width: 10, getCell: ({ evidence }) => textCell(stanceLabels[evidence.stance]) },
    { label: 'Source', width: 8, getCell: ({ evidence }) => numberCell(evidence.source) },
    { label: 'Citation', width: 50, getCell: ({ source }) => textCell(formatSourceName(source)) },
    sourceColumn('Title', 30, ({ title }) => textCell(title)),
    sourceColumn('Kind', 12, ({ kind }) => textCell(sourceKindLabels[kind])),
    sourceColumn('Primary', 12, ({ primacy }) => textCell(primacy === null ? null : capitalize(primacy))),
    { label: 'Locator', width: 16, getCell: ({ evidence }) => textCell(evidence.locator) },
    { label: 'Quote', width: 50, getCell: ({ evidence }) => textCell(evidence.quote) },
    { label: 'Note', width: 40, getCell: ({ evidence }) => textCell(evidence.note) },
    sourceColumn('Details', 30, ({ details }) => textCell(details)),
    sourceColumn('Address', 36, ({ url }) => linkCell(url)),
    sourceColumn('Archive', 36, ({ archiveUrl }) => linkCell(archiveUrl)),
    sourceColumn('Published', 12, ({ publishedAt }) => dateCell(publishedAt)),
    sourceColumn('Accessed', 12, ({ accessedAt }) => dateCell(accessedAt)),
    sourceColumn('Files', 36, (source) => textCell(describeFiles(source))),
    sourceColumn('Standing', 30, (source) => textCell(describeStanding(source))),
    ...(reader === 'legal' ? columnsForLawyers : []),
    {
      label: 'Without a place',
      width: 24,
      isOptional: true,
      getCell: ({ row }) => textCell(row.whereabouts),
    },
  ];
}

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
 * others. `csv/` writes them as comma-separated values, main/core/report/files/xlsx as a workbook.
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
