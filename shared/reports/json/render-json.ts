import { blockSeparator } from '../../domain/draft';
import { citationText } from '../citations/citations';
import { cslItemOf } from '../citations/csl-item';
import type { Report, ReportClaim, ReportSource, ToldClaim } from '../model/report-model';
import { wellFormed } from '../printable';
import { shownWords } from '../wording/wording';
import type { ReportJson } from './report-json';

function sourceJson(source: ReportSource): ReportJson['sources'][number] {
  if (source.confidential) return source;
  const { number, confidential, citation, attachments, ...fields } = source;
  return {
    ...{ number, confidential, ...fields },
    citation: citationText(citation),
    csl: cslItemOf(source, `source-${number}`),
    files: attachments,
  };
}

function toldJson(claim: ToldClaim): ReportJson['unplaced'][number]['claims'][number] {
  const { words, standing, verdict, recheck, kind, claimant, note, correction, judged } = claim;
  return {
    ...{ words, standing, verdict, recheck, fallen: claim.fallen.map((source) => source.number) },
    changes: claim.changes.map(({ before, after, reason }) => ({ before, after, reason })),
    ...{ kind, claimant, note, correction, judged },
    evidence: claim.evidence.map(({ stance, source, locator, quote, note: remark }) => {
      return { stance, source: source.number, locator, quote, note: remark };
    }),
  };
}

function claimJson({ number, span, page, ...claim }: ReportClaim): ReportJson['claims'][number] {
  const { words, ...told } = toldJson(claim);
  return { number, words, start: span.start, end: span.end, page, ...told };
}

/** The report as the data of its JSON file. */
export function reportJson(report: Report): ReportJson {
  const { title, byline, link, publishedAt, language, blocks, checked, counts } = report;
  return {
    format: 'stet-report',
    version: 2,
    madeAt: report.madeAt,
    timeZone: report.timeZone,
    article: { title, byline, link, publishedAt, language },
    draft: {
      number: report.draftNumber,
      words: report.words,
      text: blocks.map(({ text }) => text).join(blockSeparator),
      blocks: blocks.map(({ kind, level, start, text }) => ({
        kind,
        level,
        start,
        end: start + text.length,
      })),
    },
    check: { by: report.checkedBy, first: checked?.first ?? null, last: checked?.last ?? null },
    summary: counts,
    options: report.options,
    shows: shownWords(report),
    claims: report.claims.map(claimJson),
    unplaced: report.unplaced.map(({ state, draftNumber, claims }) => {
      return { state, draft: draftNumber, claims: claims.map(toldJson) };
    }),
    sources: report.sources.map(sourceJson),
  };
}

/**
 * The report as JSON (RFC 8259, UTF-8) that docs/report.schema.json describes. Halves of surrogate pairs become �, one unit
 * for one unit, so that every offset stays true. The same report gives the same bytes.
 */
export function renderJson(report: Report): string {
  const whole = (_: string, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value);
  return `${JSON.stringify(reportJson(report), whole, 2)}\n`;
}
