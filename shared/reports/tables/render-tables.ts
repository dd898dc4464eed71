import type { ClaimDetails, ReportClaim, ReportSource } from '../model/report-claim';
import type { Passage, Report } from '../model/report-model';
import { describePrimacy, describeStandingWithDate } from '../origin/own-values';
import { joinTexts, type Texts } from '../origin/report-text';
import { toPrintable } from '../printable';
import { describeAcceptedRisks, describeMissingEvidence, describeRecheck } from '../wording/describe-claim';
import { describePassagePlace } from '../wording/describe-passage';
import { describeQueryPlace } from '../wording/describe-queries';
import { describeSource } from '../wording/describe-source';
import { getReaderLine } from '../wording/reader-lines';
import type { ClaimLog, LogClaim, LogDetails, LogSource } from './claim-log';

function toLogDetails(claim: ClaimDetails): Texts<LogDetails> {
  const { words, status, verdict, kind, claimant, note, correction, judged } = claim;
  return {
    words,
    verdict,
    standing: status,
    kind,
    claimant,
    note,
    correction,
    tags: claim.tags.map(({ name }) => name),
    changes: describeRecheck(claim),
    judged: judged && { by: judged.by, at: judged.at },
    evidence: claim.evidence.map(({ stance, source, locator, quote, note: evidenceNote }) => {
      return { stance, source: source.number, locator, quote, note: evidenceNote };
    }),
    missingEvidence: claim.evidence.length === 0 ? describeMissingEvidence(claim) : null,
    acceptedRisks: describeAcceptedRisks(claim),
  };
}

function toLogPassage(passage: Passage) {
  return { words: passage.words, place: describePassagePlace(passage) };
}

function toLogClaim(claim: ReportClaim): Texts<LogClaim> {
  const { number, sentence, place } = claim;
  const { page, startsAtMs } = place;
  return { number, sentence, page, startsAtMs, ...toLogDetails(claim) };
}

function toLogSource(source: ReportSource, timeZone: string): Texts<LogSource> {
  if (source.confidential) return { number: source.number, confidential: true };
  const { number, kind, title, citation, url, archiveUrl, publishedAt, accessedAt } = source;
  const { isForLawyersOnly, contact } = source;
  const { parts } = describeSource(source, timeZone);
  return {
    ...{
      number,
      confidential: false,
      kind,
      title,
      citation: joinTexts(
        citation.runs.map(({ text }) => text),
        '',
      ),
    },
    details: joinTexts(
      parts.flatMap((part) => (part.kind === 'details' ? part.text : [])),
      ' ',
    ),
    primacy: describePrimacy(source),
    url,
    archiveUrl,
    publishedAt,
    accessedAt,
    standing: describeStandingWithDate(source, timeZone),
    standingReason: source.standingReason,
    isForLawyersOnly,
    contact,
    files: source.attachments.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}

/**
 * Renders the claim log as JSON (claim-log.ts). `list-tables.ts` makes tables of it, `render-csv.ts` and main's `write-xlsx.ts`
 * the files. The text is printable (printable.ts). Pure: the same report gives the same bytes.
 */
export function renderTables(report: Report): string {
  const { title, checkedBy, madeAt, timeZone, options } = report;
  const log: Texts<ClaimLog> = {
    title,
    reader: options.reader,
    madeAt,
    timeZone,
    authors: options.reader === 'public' ? [] : checkedBy,
    pageLine: getReaderLine(options.reader),
    claims: report.claims.map(toLogClaim),
    unplaced: report.unplaced.map(({ state, draftNumber, claims }) => {
      return { state, draft: draftNumber, claims: claims.map(toLogDetails) };
    }),
    coverage: report.coverage && {
      counts: report.coverage.counts,
      notLookedAt: report.coverage.notLookedAt.flatMap(({ sentences }) => sentences).map(toLogPassage),
      openWords: report.coverage.openWords.map(toLogPassage),
    },
    queries:
      report.queries?.open.map(({ rule, explanation, places }) => {
        return { rule, explanation, places: places.map((place) => describeQueryPlace(place)) };
      }) ?? null,
    sources: report.sources.map((source) => toLogSource(source, timeZone)),
  };
  return JSON.stringify(log, (_, value) => (typeof value === 'string' ? toPrintable(value) : value));
}
