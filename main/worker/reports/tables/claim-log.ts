import { canOpenUrl, toBrowserUrl } from '#shared/domain/base/primitives.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { sentenceStates } from '#shared/domain/review/progress.ts';
import {
  describePrimacy,
  describeStandingWithDate,
  formatFileSize,
  formatPlayingTime,
  nameQueryRule,
  nameSentenceState,
  nameSourceKind,
  nameStance,
  nameStatus,
} from '#shared/reports/base/own-values.ts';
import { toPrintable } from '#shared/reports/base/printable.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';
import {
  capitalize,
  endSentence,
  joinTexts,
  type OwnText,
  own,
  type ReportText,
  reshape,
  text,
} from '#shared/reports/base/report-text.ts';
import {
  describeAcceptedRisks,
  describeMissingEvidence,
  describeRecheck,
  formatUnplacedHeading,
} from '../model/describe-claim.ts';
import type {
  ClaimDetails,
  Passage,
  PublicReportSource,
  Report,
  ReportClaim,
  ReportCoverage,
  ReportEvidence,
  ReportQuery,
  ReportSource,
  UnplacedGroup,
} from '../model/report-model.ts';
import { describePassagePlace, describeQueryPlace } from '../wording/describe-reading.ts';
import { confidentialSourceText, describeSource, joinCitation } from '../wording/describe-source.ts';
import {
  buildTable,
  type Cell,
  type Column,
  column,
  dateCell,
  numberCell,
  type Table,
  textCell,
  wordsCell,
} from './table.ts';

/** The tables of a report, and what their files say beside them. All texts are printable. */
export interface ClaimLog {
  title: ReportText;
  /** The names in the properties of a file; empty when it names nobody. */
  authors: ReportText[];
  /** RFC 3339 in UTC. */
  madeAt: OwnText;
  /** IANA name of the zone in which times are written. */
  timeZone: ReportText;
  /** The line on each printed page; null for none. */
  pageLine: OwnText | null;
  tables: Table[];
}

/** A claim of the log, wherever it is. */
interface ClaimRow {
  claim: ClaimDetails;
  /** Null for a claim without a place. */
  placed: ReportClaim | null;
  /** The claims without a place among which it is; null for the others. */
  group: UnplacedGroup | null;
}

interface EvidenceRow {
  row: ClaimRow;
  evidence: ReportEvidence;
  source: ReportSource;
}

/** Lists the claims in reading order, then those without a place. */
function listClaimRows({ claims, unplaced }: Report): ClaimRow[] {
  return [
    ...claims.map((claim) => ({ claim, placed: claim, group: null })),
    ...unplaced.flatMap((group) => group.claims.map((claim) => ({ claim, placed: null, group }))),
  ];
}

/** Names a source in one line: its citation, or that it is confidential. */
function nameSource(source: ReportSource): ReportText {
  return source.confidential ? confidentialSourceText : joinCitation(source);
}

/** The glyph and the label, so that statuses differ without colour. */
function statusCell(status: ClaimStatus): Cell {
  const { glyph, label } = nameStatus(status);
  return { kind: 'status', text: text`${glyph} ${label}`, status };
}

/** Whether the verdict beside it counts now, and never that verdict again. */
function getStatusCell({ claim: { status }, group }: ClaimRow): Cell {
  if (group?.state === 'cut') return textCell(own('Cut'));
  if (status === 'recheck') return statusCell(status);
  return textCell(own(status === 'unchecked' ? 'Not checked' : 'Checked'));
}

function getPlaceCell({ placed }: ClaimRow): Cell {
  if (!placed) return null;
  const { page, startsAtMs } = placed.place;
  return page === null && startsAtMs !== null ? textCell(formatPlayingTime(startsAtMs)) : numberCell(page);
}

function getFirstSourceCell({ claim }: ClaimRow): Cell {
  const [first] = claim.evidence;
  return textCell(first ? nameSource(first.source) : describeMissingEvidence(claim));
}

const unplacedCell = ({ group }: ClaimRow) => textCell(group && formatUnplacedHeading(group));

/** The columns of the table of claims. Lawyers get one more, and the public no times. */
function listClaimColumns({ options: { reader }, timeZone }: Report): Column<ClaimRow>[] {
  const time = column(text`Checked at (${timeZone})`, 18, ({ claim: { judged } }: ClaimRow) =>
    judged?.at == null ? null : { kind: 'time', at: judged.at },
  );
  const risks = column(own('Accepted risks'), 30, ({ claim }: ClaimRow) =>
    textCell(describeAcceptedRisks(claim)),
  );
  return [
    column(own('Claim'), 8, ({ placed }) => numberCell(placed?.number ?? null)),
    column(own('Words'), 40, ({ claim }) => wordsCell(claim.words)),
    column(own('Sentence'), 50, ({ placed }) => wordsCell(placed?.sentence ?? null)),
    column(own('Verdict'), 16, ({ claim }) => statusCell(claim.verdict)),
    column(own('Status'), 16, getStatusCell),
    column(own('Why to re-check'), 30, ({ claim }) => textCell(describeRecheck(claim))),
    column(own('Kind'), 10, ({ claim: { kind } }) => textCell(kind && capitalize(own(kind)))),
    column(
      own('Tags'),
      20,
      ({ claim: { tags } }) =>
        textCell(
          joinTexts(
            tags.map(({ name }) => name),
            ', ',
          ),
        ),
      true,
    ),
    column(own('Stated by'), 20, ({ claim }) => textCell(claim.claimant)),
    column(own('Note'), 40, ({ claim }) => textCell(claim.note)),
    column(own('Correction'), 40, ({ claim }) => textCell(claim.correction)),
    column(own('Evidence'), 10, ({ claim }) => numberCell(claim.evidence.length)),
    column(own('First source'), 40, getFirstSourceCell),
    column(own('Checked by'), 18, ({ claim }) => textCell(claim.judged?.by ?? null)),
    ...(reader === 'public' ? [] : [time]),
    column(own('Page'), 8, getPlaceCell),
    ...(reader === 'legal' ? [risks] : []),
    column(own('Without a place'), 24, unplacedCell, true),
  ];
}

/** An address as a link, if it is one that may be opened; else as text. */
function linkCell(url: ReportText | null): Cell {
  if (url === null || !canOpenUrl(url)) return textCell(url);
  const href = reshape(url, toBrowserUrl);
  return { kind: 'link', text: href, href };
}

function describeDetails(source: PublicReportSource, timeZone: string): ReportText {
  const { parts } = describeSource(source, timeZone);
  const details = parts.flatMap((part) => (part.kind === 'details' ? part.text : []));
  return joinTexts(details, ' ');
}

function describeFiles({ attachments }: PublicReportSource): ReportText {
  const files = attachments.map(
    ({ name, bytes, sha256 }) => text`${name}, ${formatFileSize(bytes)}, SHA-256 ${sha256}`,
  );
  return joinTexts(files, '\n');
}

function describeStanding(source: PublicReportSource, timeZone: string): ReportText | null {
  const standing = describeStandingWithDate(source, timeZone);
  const { standingReason } = source;
  if (standing === null || standingReason === null) return standing && text`${capitalize(standing)}.`;
  const reason = endSentence(reshape(standingReason, toPrintable));
  return reshape(text`${capitalize(standing)}. ${reason}`, (words) => words.trim());
}

/** A column that is empty for a confidential source. */
function sourceColumn(
  label: OwnText,
  width: number,
  getCell: (source: PublicReportSource) => Cell,
): Column<EvidenceRow> {
  return column(label, width, ({ source }) => (source.confidential ? null : getCell(source)));
}

/** The columns that only a log for lawyers has. */
const columnsForLawyers: readonly Column<EvidenceRow>[] = [
  sourceColumn(own('Confidential'), 12, ({ isForLawyersOnly }) =>
    textCell(isForLawyersOnly ? own('Confidential') : null),
  ),
  sourceColumn(own('Contact'), 30, ({ contact }) => textCell(contact)),
];

/** The columns of the table of evidence. */
function listEvidenceColumns({ options: { reader }, timeZone }: Report): Column<EvidenceRow>[] {
  return [
    column(own('Claim'), 8, ({ row }) => numberCell(row.placed?.number ?? null)),
    column(own('Words of the claim'), 40, ({ row }) => wordsCell(row.claim.words)),
    column(own('Stance'), 10, ({ evidence }) => textCell(nameStance(evidence.stance))),
    column(own('Source'), 8, ({ source }) => numberCell(source.number)),
    column(own('Citation'), 50, ({ source }) => textCell(nameSource(source))),
    sourceColumn(own('Title'), 30, ({ title }) => textCell(title)),
    sourceColumn(own('Kind'), 12, ({ kind }) => textCell(nameSourceKind(kind))),
    sourceColumn(own('Primary'), 12, (source) => {
      const primacy = describePrimacy(source);
      return textCell(primacy && capitalize(primacy));
    }),
    column(own('Locator'), 16, ({ evidence }) => textCell(evidence.locator)),
    column(own('Quote'), 50, ({ evidence }) => textCell(evidence.quote)),
    column(own('Note'), 40, ({ evidence }) => textCell(evidence.note)),
    sourceColumn(own('Details'), 30, (source) => textCell(describeDetails(source, timeZone))),
    sourceColumn(own('Address'), 36, ({ url }) => linkCell(url)),
    sourceColumn(own('Archive'), 36, ({ archiveUrl }) => linkCell(archiveUrl)),
    sourceColumn(own('Published'), 12, ({ publishedAt }) => dateCell(publishedAt)),
    sourceColumn(own('Accessed'), 12, ({ accessedAt }) => dateCell(accessedAt)),
    sourceColumn(own('Files'), 36, (source) => textCell(describeFiles(source))),
    sourceColumn(own('Standing'), 30, (source) => textCell(describeStanding(source, timeZone))),
    ...(reader === 'legal' ? columnsForLawyers : []),
    column(own('Without a place'), 24, ({ row }) => unplacedCell(row), true),
  ];
}

const queryColumns: readonly Column<ReportQuery>[] = [
  column(own('Query'), 30, ({ rule }) => textCell(nameQueryRule(rule))),
  column(own('Explanation'), 60, ({ explanation }) => textCell(explanation)),
  column(own('Places'), 60, ({ places }) =>
    wordsCell(
      joinTexts(
        places.map((place) => describeQueryPlace(place)),
        '\n',
      ),
    ),
  ),
];

const countColumns: readonly Column<{ label: OwnText; count: number }>[] = [
  column(own('State'), 20, ({ label }) => textCell(label)),
  column(own('Sentences'), 12, ({ count }) => numberCell(count)),
];

const placeColumn = column(own('Place'), 16, (passage: Passage) => textCell(describePassagePlace(passage)));
const sentenceColumn = column(own('Sentence'), 80, ({ words }: Passage) => wordsCell(words));
const openWordsColumn = column(own('Open words'), 80, ({ words }: Passage) => wordsCell(words));

function listCoverageTables({ counts, notLookedAt, openWords }: ReportCoverage, build: typeof buildTable) {
  const states = sentenceStates.map((state) => ({
    label: capitalize(nameSentenceState(state)),
    count: counts[state],
  }));
  const sentences = notLookedAt.flatMap((paragraph) => paragraph.sentences);
  return [
    build(own('Coverage'), countColumns, [...states, { label: own('All'), count: counts.total }]),
    build(own('Not looked at'), [sentenceColumn, placeColumn], sentences),
    build(own('Partly'), [openWordsColumn, placeColumn], openWords),
  ];
}

/**
 * The first column of every table for lawyers. The line of their reports is on the printed pages of a workbook alone, and rows are
 * copied, sorted and read by programs, so each row says it itself.
 */
const lawyersColumn = column(own('For lawyers only'), 18, () => textCell(own('For lawyers only')));

/**
 * Builds the claim log of a report: a row for each claim and for each piece of evidence, and, except for the public, a row for each open
 * query, the number of sentences in each state of coverage, and a row for each sentence that was not looked at and for what is open in
 * others. render-csv.ts writes it as comma-separated values, main's `write-xlsx.ts` as a workbook, and render-table-page.ts shows it.
 */
export function buildClaimLog(report: Report): ClaimLog {
  const { title, checkedBy, madeAt, timeZone, options, queries, coverage } = report;
  const build: typeof buildTable = (name, columns, rows) =>
    buildTable(name, options.reader === 'legal' ? [lawyersColumn, ...columns] : columns, rows);
  const rows = listClaimRows(report);
  const evidenceRows = rows.flatMap((row) =>
    row.claim.evidence.map((evidence) => ({ row, evidence, source: evidence.source })),
  );
  return {
    title: reshape(title, toPrintable),
    authors: options.reader === 'public' ? [] : checkedBy.map((name) => reshape(name, toPrintable)),
    madeAt,
    timeZone,
    pageLine: getReaderLine(options.reader),
    tables: [
      build(own('Claims'), listClaimColumns(report), rows),
      build(own('Evidence'), listEvidenceColumns(report), evidenceRows),
      ...(queries === null ? [] : [build(own('Open queries'), queryColumns, queries.open)]),
      ...(coverage === null ? [] : listCoverageTables(coverage, build)),
    ],
  };
}
