import { blockSeparator } from '#shared/domain/base/draft.ts';
import { writeDate, writeTime } from '#shared/reports/base/own-values.ts';
import { toJsonFile, toPrintable } from '#shared/reports/base/printable.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';
import {
  joinTexts,
  own,
  type ReportText,
  reshape,
  type Texts,
  text,
} from '#shared/reports/base/report-text.ts';
import { toCslItem } from '#shared/reports/csl-item.ts';
import { toLocalDay } from '#shared/text/format/format-dates.ts';
import type {
  ClaimDetails,
  Passage,
  PublicReportSource,
  Report,
  ReportClaim,
  ReportCoverage,
  ReportQueries,
  ReportQuery,
  ReportSource,
} from '../model/report-model.ts';
import { describeSelection } from '../wording/describe-report.ts';
import { joinCitation } from '../wording/describe-source.ts';
import { type ReportJson, reportVersion } from './report-schema.ts';

type SourceJson = Extract<ReportJson['sources'][number], { csl: unknown }>;

/** The CSL-JSON of a source: its fields, in the form that citeproc reads. */
function toCslJson(source: PublicReportSource): Texts<SourceJson['csl']> {
  const item = toCslItem(source, `source-${source.number}`);
  const { title, author, publisher, url } = source;
  const { type, genre, author: names, issued, accessed, URL: address, DOI: doi } = item;
  return {
    id: text`source-${source.number}`,
    type,
    title: reshape(title, toPrintable),
    ...(genre && { genre: own(genre) }),
    ...(names && {
      author: names.map(({ literal }) => ({ literal: reshape(author ?? title, () => literal) })),
    }),
    ...(publisher !== null && { publisher: reshape(publisher, toPrintable) }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(url !== null && address !== undefined && { URL: reshape(url, () => address) }),
    ...(url !== null && doi !== undefined && { DOI: reshape(url, () => doi) }),
  };
}

function toSourceJson(source: ReportSource): Texts<ReportJson['sources'][number]> {
  if (source.confidential) return source;
  const { number, confidential: _, isForLawyersOnly, citation: _runs, attachments, ...fields } = source;
  return {
    number,
    confidential: isForLawyersOnly,
    ...fields,
    standing: source.standing === 'good' ? null : source.standing,
    citation: joinCitation(source),
    csl: toCslJson(source),
    files: attachments,
  };
}

function toDetailsJson(claim: ClaimDetails): Texts<ReportJson['unplaced'][number]['claims'][number]> {
  const { words, status, verdict, recheck, kind, claimant, note, correction, judged } = claim;
  const unreliableSources = claim.unreliableSources.map((source) => source.number);
  return {
    words,
    standing: status,
    verdict,
    recheck,
    unreliableSources,
    changes: claim.changes.map(({ before, after, reason }) => ({ before, after, reason })),
    tags: claim.tags.map(({ name }) => name),
    kind,
    claimant,
    note,
    correction,
    judged,
    evidence: claim.evidence.map(({ stance, source, locator, quote, note: evidenceNote }) => {
      return { stance, source: source.number, locator, quote, note: evidenceNote };
    }),
    evidenceUnseen: claim.isEvidenceUnseen,
    acceptedRisks: claim.acceptedRisks,
  };
}

function toClaimJson({ number, span, place, ...claim }: ReportClaim): Texts<ReportJson['claims'][number]> {
  const { words, ...details } = toDetailsJson(claim);
  return { number, words, start: span.start, end: span.end, ...place, ...details };
}

function toCoverageJson({ counts, notLookedAt, openWords }: ReportCoverage): Texts<ReportJson['coverage']> {
  return {
    ...counts,
    sentences: notLookedAt.flatMap(({ sentences }) => sentences).map(toPassageJson),
    openWords: openWords.map(toPassageJson),
  };
}

function toPassageJson({ words, span, place, paragraph }: Passage) {
  return { words, start: span.start, end: span.end, ...place, paragraph };
}

function toQueryJson({ rule, explanation, places }: ReportQuery) {
  return { rule, explanation, places: places.map(toPassageJson) };
}

function toQueriesJson({ open, dismissed }: ReportQueries): Texts<ReportJson['queries']> {
  return {
    open: open.map(toQueryJson),
    dismissed: dismissed.map((query) => ({ ...toQueryJson(query), reason: query.reason })),
  };
}

/** The text of a draft. Blanks are in place of blocks that the report leaves out, so that each block is where it begins. */
function joinBlocks(blocks: Report['blocks']): ReportText {
  let end = 0;
  const parts = blocks.map((block, index) => {
    const separator = index === 0 ? '' : blockSeparator;
    const gap = ' '.repeat(Math.max(0, block.start - separator.length - end)) + separator;
    end += gap.length + block.text.length;
    return reshape(block.text, (words) => gap + words);
  });
  return joinTexts(parts, '');
}

/** Converts a report to the data of its JSON file. */
function toReportJson(report: Report): Texts<ReportJson> {
  const { title, byline, link, publishedAt, language, blocks, checkPeriod, counts } = report;
  const { notes, standings, style, reader } = report.options;
  // The public learns the days of the check.
  const toTime = (time: string | undefined) =>
    time === undefined
      ? null
      : reader === 'public'
        ? writeDate(toLocalDay(time, report.timeZone))
        : writeTime(time);
  return {
    format: 'stet-report',
    version: reportVersion,
    reader,
    notice: getReaderLine(reader),
    madeAt: report.madeAt,
    timeZone: report.timeZone,
    article: { title, byline, link, publishedAt, language },
    draft: {
      number: report.draftNumber,
      words: report.words,
      text: joinBlocks(blocks),
      blocks: blocks.map(({ kind, level, start, text }) => ({
        kind,
        level,
        start,
        end: start + text.length,
      })),
    },
    check: { by: report.checkedBy, first: toTime(checkPeriod?.first), last: toTime(checkPeriod?.last) },
    summary: { ...counts, verifiedCaveats: report.verifiedCaveats },
    options: { notes, standings, style },
    shows: describeSelection(report),
    claims: report.claims.map(toClaimJson),
    unplaced: report.unplaced.map(({ state, draftNumber, claims }) => {
      return { state, draft: draftNumber, claims: claims.map(toDetailsJson) };
    }),
    coverage: report.coverage && toCoverageJson(report.coverage),
    queries: report.queries && toQueriesJson(report.queries),
    sources: report.sources.map(toSourceJson),
  };
}

/**
 * Renders a report as JSON (RFC 8259, UTF-8) that docs/report.schema.json describes. Lone surrogates become �, one code unit
 * for one code unit, so every offset stays true. The same report gives the same bytes.
 */
export function renderJson(report: Report): string {
  return toJsonFile(toReportJson(report));
}
