import { nameQueryRule, nameStatus } from '#shared/reports/base/own-values.ts';
import { isolateText, joinTexts, own, type ReportText, text } from '#shared/reports/base/report-text.ts';
import type { PlannedBlock, PlannedLine, PlannedRun } from '#shared/reports/word/word-plan.ts';
import {
  describeMissingEvidence,
  describeTags,
  formatUnplacedHeading,
  listVerdictSentences,
} from '../model/describe-claim.ts';
import type {
  ClaimDetails,
  Passage,
  PublicReportSource,
  Report,
  ReportSource,
} from '../model/report-model.ts';
import {
  describePassagePlace,
  describeQueryCounts,
  describeQueryPlace,
  describeReportCoverage,
  notLookedAtHeading,
  openWordsHeading,
  queriesHeading,
  summarizeCoverage,
  summarizeQueries,
} from '../wording/describe-reading.ts';
import {
  describeCaveats,
  describeHeader,
  describeSelection,
  noClaimsMessage,
} from '../wording/describe-report.ts';
import {
  confidentialSourceText,
  describeSource,
  type SourcePart,
  type SourceRecord,
} from '../wording/describe-source.ts';
import { createEvidenceLine, createRun } from './plan-comments.ts';

/** Correction, note and tags follow the verdict in its cell: a page has no room for more columns, and few claims have all. */
const headings = [own('Claim'), own('Words'), own('Verdict'), own('Evidence')];

const lineBreak: PlannedRun = { text: own('\n'), isBold: false, href: null };

/** The parts of a cell that are not empty, each on a line of its own. */
function joinLines(parts: readonly PlannedLine[]): PlannedLine {
  return parts
    .filter(({ length }) => length > 0)
    .flatMap((part, index) => (index === 0 ? part : [lineBreak, ...part]));
}

function createField(claim: ClaimDetails, field: 'note' | 'correction' | 'changes'): PlannedLine {
  return listVerdictSentences(claim, isolateText)
    .filter((sentence) => sentence.field === field)
    .map((sentence) => createRun(sentence.text));
}

/** The cells of a claim. */
function createRow(claim: ClaimDetails, number: ReportText): PlannedLine[] {
  const evidence = claim.evidence.map((one) => createEvidenceLine(one, true));
  const changes = createField(claim, 'changes');
  const verdict = createRun(nameStatus(claim.status).label, { isBold: true });
  const tags = describeTags(claim, isolateText);
  return [
    [createRun(number)],
    [createRun(isolateText(claim.words))],
    joinLines([
      [verdict],
      changes,
      createField(claim, 'correction'),
      createField(claim, 'note'),
      tags === null ? [] : [createRun(tags)],
    ]),
    evidence.length === 0 ? [createRun(describeMissingEvidence(claim))] : joinLines(evidence),
  ];
}

function createTable(rows: readonly PlannedLine[][]): PlannedBlock[] {
  if (rows.length === 0) return [];
  const header = headings.map((heading) => [createRun(heading, { isBold: true })]);
  return [{ kind: 'table', rows: [header, ...rows] }];
}

/** The claims of a report as tables: those with a place in the draft, then the others under headings of their own. */
export function createClaimTables({ claims, unplaced }: Report): PlannedBlock[] {
  const placed = claims.map((claim) => createRow(claim, text`${claim.number}`));
  return [
    ...createTable(placed),
    ...unplaced.flatMap((group): PlannedBlock[] => [
      { kind: 'heading', text: formatUnplacedHeading(group) },
      ...createTable(group.claims.map((claim) => createRow(claim, own('–')))),
    ]),
  ];
}

/**
 * How much was read, with the sentences that were not looked at by paragraph, and apart the words that are open in others; nothing
 * in a report that keeps silent about it.
 */
function createCoverageList({ coverage }: Report): PlannedBlock[] {
  if (coverage === null) return [];
  const open = joinTexts(coverage.openWords.map(describePassage), '; ');
  const lines = [
    describeReportCoverage(coverage),
    ...coverage.notLookedAt.map(describePassage),
    ...(open === '' ? [] : [text`${openWordsHeading}: ${open}`]),
  ];
  return [
    { kind: 'heading', text: notLookedAtHeading },
    ...lines.map((line): PlannedBlock => ({ kind: 'paragraph', line: [createRun(line)] })),
  ];
}

function describePassage(passage: Passage): ReportText {
  return text`${passage.words} (${describePassagePlace(passage)})`;
}

/** Where the text contradicts itself, with the places; nothing in a report that keeps silent about it. */
function createQueryList({ queries }: Report): PlannedBlock[] {
  if (queries === null) return [];
  const lines = queries.open.flatMap(({ rule, explanation, places }): PlannedLine[] => [
    [
      createRun(text`${nameQueryRule(rule)}.`, { isBold: true }),
      createRun(text` ${isolateText(explanation)}`),
    ],
    ...places.map((place) => [createRun(describeQueryPlace(place, isolateText))]),
  ]);
  return [
    { kind: 'heading', text: queriesHeading },
    ...[[createRun(describeQueryCounts(queries))], ...lines].map(
      (line): PlannedBlock => ({ kind: 'paragraph', line }),
    ),
  ];
}

function createPart(part: SourcePart, { citation, url }: PublicReportSource): PlannedRun[] {
  switch (part.kind) {
    case 'citation':
      return citation.runs.map((run) => createRun(run.text, run.link ? { url } : {}));
    case 'standing':
      return [createRun(part.text, { isBold: true })];
    case 'details':
    case 'reason':
      return [createRun(part.text)];
  }
}

function createRecord(record: SourceRecord): PlannedLine {
  return record.kind === 'archive'
    ? [createRun(own('Archived at ')), createRun(record.url, { url: record.url })]
    : [createRun(text`File ${record.text}, SHA-256 ${record.sha256}`)];
}

function createLines(source: ReportSource, timeZone: string): PlannedLine[] {
  const number = createRun(text`${source.number}. `, { isBold: true });
  if (source.confidential) return [[number, createRun(confidentialSourceText)]];
  const { parts, records } = describeSource(source, timeZone, isolateText);
  const first = parts.flatMap((part, index) => [
    ...(index > 0 ? [createRun(own(' '))] : []),
    ...createPart(part, source),
  ]);
  return [[number, ...first], ...records.map(createRecord)];
}

/** The numbered sources, each with its citation. */
function createSourceList(sources: readonly ReportSource[], timeZone: string): PlannedBlock[] {
  return sources.flatMap((source) =>
    createLines(source, timeZone).map((line) => ({ kind: 'paragraph' as const, line })),
  );
}

/** The appendix of a Word report: the claims as a table, open queries, what was not looked at, and the numbered sources. */
export function createAppendix(report: Report): PlannedBlock[] {
  const { claims, coverage, queries, sources, timeZone } = report;
  const reading = [
    ...(coverage === null ? [] : [summarizeCoverage(coverage)]),
    ...(queries === null ? [] : [summarizeQueries(queries)]),
  ];
  const caveats = describeCaveats(report);
  const lines = [
    // No comment says who checked the whole article, or that nobody signed.
    describeHeader(report, isolateText).check,
    describeSelection(report),
    ...(caveats === null ? [] : [caveats]),
    ...(reading.length === 0 ? [] : [joinTexts(reading, ' · ')]),
    ...(claims.length === 0 ? [noClaimsMessage(report)] : []),
  ];
  return [
    { kind: 'heading', text: own('Claims') },
    ...lines.map((text): PlannedBlock => ({ kind: 'paragraph', line: [createRun(text)] })),
    ...createClaimTables(report),
    ...createQueryList(report),
    ...createCoverageList(report),
    ...(sources.length === 0 ? [] : [{ kind: 'heading', text: own('Sources') } as const]),
    ...createSourceList(sources, timeZone),
  ];
}
