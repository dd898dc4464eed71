import type { Draft } from '../domain/draft';
import type { ReportChoices } from '../domain/report-options';
import type { Review } from '../domain/review/review';
import { type ReviewCopy, reviewFromData } from '../domain/review/review-copy';
import { createPublicTextCheck } from './confidential/already-public';
import { type ConfidentialTerm, collectConfidentialTerms } from './confidential/confidential-terms';
import { countTerms } from './confidential/count-terms';
import { addPrintAllowances, findExcessLeaks } from './confidential/leak-allowances';
import { redactClaims, redactReview } from './confidential/redact-review';
import { extractText } from './extract/extract-text';
import type { ReportPart } from './extract/report-part';
import type { ReportFonts } from './html/fonts';
import { renderHtml } from './html/render-html';
import { renderJson } from './json/render-json';
import { renderMarkdown } from './markdown/render-markdown';
import { buildReport, type ReportContext } from './model/build-report';
import { type DraftClaims, listDraftClaims } from './model/draft-claims';
import type { Report } from './model/report-model';
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
  /** A sentence for each part of the content that reveals something confidential. It should be empty. */
  leaks: string[];
  /** Terms for which a file printed from the content has to be searched. */
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

/** Extracts the parts of the same report without anything confidential. The report may contain anything that they contain. */
function extractRedactedParts(
  job: ReportJob,
  review: Review,
  claims: DraftClaims,
  terms: readonly ConfidentialTerm[],
): ReportPart[] {
  const { draft, choices, context } = job;
  const isPublic = createPublicTextCheck(terms, draft, claims);
  const redacted = redactReview(review, isPublic);
  const redactedClaims = redactClaims(claims, redacted, isPublic);
  const report = buildReport(redacted, draft, choices.options, context, redactedClaims);
  return extractText(choices.format, render(report, job));
}

/** Searches the content of a report for the confidential terms of the review. */
function searchForLeaks(
  job: ReportJob,
  review: Review,
  claims: DraftClaims,
  content: string,
): Pick<RenderedReport, 'leaks' | 'confidentialTerms'> {
  const terms = collectConfidentialTerms(review);
  if (terms.length === 0) return { leaks: [], confidentialTerms: terms };
  const { format } = job.choices;
  const parts = extractText(format, content);
  const counts = countTerms(terms, parts);
  const foundTerms = [...counts.keys()];
  const redactedParts = counts.size === 0 ? [] : extractRedactedParts(job, review, claims, foundTerms);
  const allowed = countTerms(foundTerms, redactedParts);
  return {
    leaks: findExcessLeaks(counts, allowed),
    confidentialTerms: format === 'pdf' ? addPrintAllowances(terms, parts, counts, allowed) : terms,
  };
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
    ...searchForLeaks(job, review, claims, content),
  };
}
