import type { Draft } from '../domain/draft';
import type { ReportChoices } from '../domain/report-options';
import type { Review } from '../domain/review/review';
import { type ReviewCopy, reviewFromData } from '../domain/review/review-copy';
import type { ClaimStatus } from '../domain/verdict';
import { createPublicTextCheck } from './confidential/already-public';
import { findLeaksInReport } from './confidential/find-leaks-in-report';
import type { Leak } from './confidential/leak';
import { listSourceTexts } from './confidential/list-source-texts';
import { createClaimLocator } from './confidential/locate-claims';
import { redactClaims, redactReview } from './confidential/redact-review';
import type { RedactedText } from './confidential/redacted-text';
import type { ConfidentialTerm } from './confidential/terms/confidential-term';
import { collectConfidentialTerms } from './confidential/terms/confidential-terms';
import { extractText } from './extract/extract-text';
import type { ReportFonts } from './html/fonts';
import { renderHtml } from './html/render-html';
import { renderJson } from './json/render-json';
import { renderMarkdown } from './markdown/render-markdown';
import { buildReport, type ReportContext } from './model/build-report';
import { type DraftClaims, listDraftClaims } from './model/draft-claims';
import type { Report } from './model/report-model';
import { createRedactedText } from './redacted-report';
import { countShownClaims } from './wording/describe-report';

/** Everything that a report is made from. Plain data, so that it can be sent to a thread. */
export interface ReportJob {
  review: ReviewCopy;
  draft: Draft;
  choices: ReportChoices;
  context: ReportContext;
  fonts: ReportFonts;
}

export interface RenderedReport {
  /** The file's content; for a PDF, the HTML that is printed. */
  content: string;
  /** How many claims of the check the report shows. */
  claimCount: number;
  /** How many confidential sources these claims rest on. */
  confidentialCount: number;
  /** Words in the content that reveal something confidential, or may do so. It should be empty. */
  leaks: Leak[];
  /** Terms for which a file printed from the content has to be searched; empty when it is not printed. */
  confidentialTerms: ConfidentialTerm[];
}

function render(report: Report, { choices, fonts }: ReportJob): string {
  switch (choices.format) {
    case 'html':
      return renderHtml(report, fonts, 'screen');
    case 'pdf':
      return renderHtml(report, fonts, 'paper');
    case 'markdown':
      return renderMarkdown(report);
    case 'json':
      return renderJson(report);
  }
}

/** Makes these items of the same report without anything confidential. The report may contain anything that they contain. */
function redactReport(
  job: ReportJob,
  { review, claims, report }: MadeReport,
  terms: readonly ConfidentialTerm[],
  items: ReadonlySet<string>,
): RedactedText {
  const { draft, choices, context } = job;
  const isPublic = createPublicTextCheck(terms, draft, claims);
  const redacted = redactReview(review, isPublic);
  const redactedClaims = redactClaims(claims, redacted, isPublic);
  const isIncluded = (item: string) => items.has(item);
  const redactedReport = buildReport(redacted, draft, choices.options, context, redactedClaims, isIncluded);
  return createRedactedText(report, redactedReport, (one) => extractText(choices.format, render(one, job)));
}

/** Lists what a report says about the sources that may be named. */
function listPublicTexts({ sources, claims, unplaced }: Report): string[] {
  const named = sources.flatMap((source) =>
    source.confidential
      ? []
      : [source.title, source.author, source.publisher, source.url, source.archiveUrl].concat(
          source.attachments.map(({ name }) => name),
        ),
  );
  const details = [...claims, ...unplaced.flatMap((group) => group.claims)];
  const quoted = details.flatMap(({ evidence }) =>
    evidence.flatMap(({ source, quote, locator }) => (source.confidential ? [] : [quote, locator])),
  );
  return [...named, ...quoted].filter((text) => text !== null);
}

/** A report and what it was made from. */
interface MadeReport {
  review: Review;
  claims: DraftClaims;
  report: Report;
}

/** Searches the content of a report for the confidential terms of the review. */
function searchForLeaks(
  job: ReportJob,
  made: MadeReport,
  content: string,
): Pick<RenderedReport, 'leaks' | 'confidentialTerms'> {
  const { review, claims, report } = made;
  const { draft, choices } = job;
  const terms = collectConfidentialTerms(review);
  if (terms.length === 0) return { leaks: [], confidentialTerms: [] };
  const isShown = ({ status }: { status: ClaimStatus }) => choices.options.standings.includes(status);
  const shown = { placed: claims.placed.filter(isShown), unplaced: claims.unplaced.filter(isShown) };
  return findLeaksInReport({
    terms,
    parts: extractText(choices.format, content),
    articleTexts: [report.title, report.byline ?? '', draft.text],
    publicTexts: listPublicTexts(report),
    listSourceTexts: () => listSourceTexts(review),
    redact: (found, items) => redactReport(job, made, found, items),
    getClaimId: createClaimLocator(report, shown),
    isPrinted: choices.format === 'pdf',
  });
}

/**
 * Makes a report and searches it for everything confidential, in these steps:
 *
 *     model/                    builds the report: everything it says, in any format
 *     html/, markdown/, json/   render it, with sentences from wording/ and entries from citations/
 *     extract/                  extracts the text of the rendered report, as a reader sees it
 *     confidential/             searches that text for confidential terms
 *
 * printable.ts makes any text fit for a file, source-kind-traits.ts says how each kind of source is treated. Pure. Throws
 * when the review holds no article.
 */
export function makeReport(job: ReportJob): RenderedReport {
  const review = reviewFromData(job.review);
  const claims = listDraftClaims(review, job.draft);
  const report = buildReport(review, job.draft, job.choices.options, job.context, claims);
  const content = render(report, job);
  return {
    content,
    claimCount: countShownClaims(report),
    confidentialCount: report.sources.filter(({ confidential }) => confidential).length,
    ...searchForLeaks(job, { review, claims, report }, content),
  };
}
