import type { Draft } from '#shared/domain/base/draft.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import { defaultClaimReviewSettings } from '#shared/domain/settings/settings.ts';
import type { Leak } from '#shared/reports/base/leak.ts';
import { findLeaksInTexts } from '#shared/reports/confidential/find-leaks-in-texts.ts';
import type { ConfidentialTerm } from '#shared/reports/confidential/search/confidential-term.ts';
import { countTerms, sumOccurrences } from '#shared/reports/confidential/search/term-search.ts';
import { hasAnnotations } from '#shared/reports/confidential/terms/confidential-terms.ts';
import type { MissingField } from '#shared/reports/missing-field.ts';
import { leaveOutAuthorNotes } from '#shared/reports/shown-draft.ts';
import { listMissing } from './claim-review/render-claim-reviews.ts';
import type { AnyClaim } from './model/claim-details.ts';
import { listEvidence } from './model/numbered-sources.ts';
import type { Report } from './model/report-model.ts';
import { type BuiltReport, buildJob, type ReportJob, renderFormat } from './report-job.ts';
import type { ClaimLog } from './tables/claim-log.ts';
import { renderTablePage } from './tables/render-table-page.ts';
import { countShownClaims } from './wording/describe-report.ts';

export interface ReportContent {
  /** The file's content; for a PDF, the HTML that is printed, for a claim log a page that shows it. */
  content: string;
  /** The tables of which the files of a claim log are made; null for other formats. */
  claimLog: ClaimLog | null;
  /** How many claims of the check the report shows. */
  claimCount: number;
  /** How many confidential sources these claims rest on, whether the report says so or not. */
  confidentialCount: number;
  /** Sentences about fields that have to be filled in before it can be written, and where. */
  missing: MissingField[];
}

/** The leaks in a report, and the terms for a search of the author's file. */
interface ReportLeaks {
  /** Words that reveal something confidential, or may do so. Empty in a report that may be written. */
  leaks: Leak[];
  /**
   * The terms for which the author's Word file is searched before the report is written into it, with what it may have of them. Empty for
   * every file of which Stet writes all.
   */
  confidentialTerms: ConfidentialTerm[];
}

/** A rendered report with what was found in it. */
export interface RenderedReport extends ReportContent, ReportLeaks {}

function countConfidentialSources(review: Review, claims: readonly AnyClaim[]): number {
  const ids = claims.flatMap(({ claim }) => listEvidence(review, claim.id).map(({ sourceId }) => sourceId));
  return [...new Set(ids)].filter((id) => review.sources.get(id)?.confidential === true).length;
}

/** Renders a report that was built. */
export function renderBuilt({ review, claims, report }: BuiltReport, job: ReportJob): ReportContent {
  const { format, options } = job.choices;
  const rendered = renderFormat(report, job);
  const isText = typeof rendered === 'string';
  const settings = job.claimReview ?? defaultClaimReviewSettings;
  return {
    content: isText ? rendered : renderTablePage(rendered),
    claimLog: isText ? null : rendered,
    claimCount: countShownClaims(report),
    confidentialCount: countConfidentialSources(
      review,
      [...claims.placed, ...claims.unplaced].filter(({ status }) => options.standings.includes(status)),
    ),
    missing: format === 'claimReview' ? listMissing(report, settings, options.claimReview) : [],
  };
}

/** Whether a review or its draft has a confidential source or an annotation, so that reports have to be searched. */
export function hasConfidentialFacts(review: ReviewData, draft: Draft): boolean {
  return review.sources.some(({ confidential }) => confidential) || hasAnnotations(review, draft);
}

/**
 * Whether a report has to be searched. Only that for lawyers may contain what is confidential. ClaimReviews are published, whatever reader
 * was chosen.
 */
function mustSearch({ review, draft, choices: { format, options } }: ReportJob): boolean {
  const mayBeNamed = options.reader === 'legal' && format !== 'claimReview';
  return !mayBeNamed && hasConfidentialFacts(review, draft);
}

/** The parts of a report that the search reads. */
type SearchedReport = Pick<BuiltReport, 'review'> & {
  report: Pick<Report, 'title' | 'byline'> & { texts: Pick<Report['texts'], 'entries'> };
};

/**
 * Searches a report for the confidential terms of its review, for every format alike: all of its texts but the article and our own words
 * are on a list (`SearchedTexts`). Files that we make of it need no further search.
 */
export function searchReport(
  { draft, wordBase }: Pick<ReportJob, 'draft' | 'wordBase'>,
  { review, report }: SearchedReport,
): ReportLeaks {
  const shown = leaveOutAuthorNotes(review, draft);
  const { entries } = report.texts;
  const { leaks, secretTerms } = findLeaksInTexts({ review, draft, shown, entries });
  return { leaks, confidentialTerms: wordBase ? allowArticle(secretTerms, shown, report) : [] };
}

/**
 * Picks the terms that the author's file may not have, and says how often it may have them because the shown draft has them. The author's
 * own comments and notes stay in the author's file; whom the author named in them is searched for all the same.
 */
function allowArticle(
  terms: readonly ConfidentialTerm[],
  { text, marks }: Pick<Draft, 'text' | 'marks'>,
  { title, byline }: Pick<Report, 'title' | 'byline'>,
): ConfidentialTerm[] {
  const searched = terms.filter(({ level, isOfAuthor }) => level === 'certain' && isOfAuthor !== true);
  const links = marks.flatMap(({ href }) => href ?? []);
  const inArticle = countTerms(searched, [{ name: 'the article', text: [text, ...links].join('\n') }]);
  const inHead = countTerms(searched, [
    { name: 'the title', text: title },
    { name: 'the byline', text: byline ?? '' },
  ]);
  return searched.map((term) => {
    const allowance = { inText: sumOccurrences(inArticle, term), inProperties: inHead.has(term) };
    return allowance.inText === 0 && !allowance.inProperties ? term : { ...term, allowance };
  });
}

/**
 * Makes a report and searches it for everything confidential: `model/` builds its content, the folder of each format renders it with
 * sentences from `wording/` and entries from `citations/`. In `shared/reports`, `base/` separates the article and our own words from all other
 * texts, and `confidential/` searches the others. Pure. Throws when the review holds no article.
 */
export function makeReport(job: ReportJob): RenderedReport {
  const built = buildJob(job);
  const rendered = renderBuilt(built, job);
  // The file is made, so a text that came now would be in none, and was not searched.
  built.report.texts.close();
  const found = mustSearch(job) ? searchReport(job, built) : { leaks: [], confidentialTerms: [] };
  return { ...rendered, ...found };
}
