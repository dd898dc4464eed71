import type { Draft } from '#shared/domain/base/draft.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { type ReviewCopy, reviewFromData } from '#shared/domain/review/review-data.ts';
import type { ReportChoices, ReportFormat, ReportOptions } from '#shared/domain/settings/report-options.ts';
import { type ClaimReviewSettings, defaultClaimReviewSettings } from '#shared/domain/settings/settings.ts';
import { searchText } from '#shared/reports/base/report-text.ts';
import type { SearchedField } from '#shared/reports/base/searched-texts.ts';
import type { WordBase } from '#shared/reports/word/word-plan.ts';
import { renderClaimReviews } from './claim-review/render-claim-reviews.ts';
import type { ReportFonts } from './html/page.ts';
import { renderGalley } from './html/render-galley.ts';
import { renderHtml } from './html/render-html.ts';
import { renderJson } from './json/render-json.ts';
import { renderMarkdown } from './markdown/render-markdown.ts';
import { buildReport, type ReportContext } from './model/build-report.ts';
import { cutReport } from './model/cut-report.ts';
import { type DraftClaims, listDraftClaims } from './model/draft-claims.ts';
import type { Report } from './model/report-model.ts';
import { buildClaimLog, type ClaimLog } from './tables/claim-log.ts';
import { renderWebAnnotations } from './web-annotation/render-web-annotations.ts';
import { renderWordPlan } from './word/render-word-plan.ts';

/*
 * Fields that a format does not print need no search: nobody should have to change words that the report would not contain. Such a
 * field is left out of the model. A mistake in this table therefore leaves a gap in the report, which a test notices, and never
 * prints unsearched text.
 */

/** The fields that a format never prints. All others are searched whenever a review has them. */
const unprinted: Record<ReportFormat, readonly SearchedField[]> = {
  html: ['id', 'dismissal'],
  pdf: ['id', 'dismissal'],
  markdown: ['id', 'dismissal', 'language'],
  json: ['id'],
  docx: ['link', 'dismissal'],
  xlsx: ['id', 'dismissal', 'language', 'byline', 'link'],
  csv: ['id', 'dismissal', 'language', 'byline', 'link'],
  webAnnotation: [
    'byline',
    'language',
    'attachment',
    'sha256',
    'origin',
    'acceptedRisk',
    'explanation',
    'dismissal',
  ],
  claimReview: ['byline', 'language', 'correction'],
};

/** Fields that only the appendix of a Word report prints. */
const inAppendix: readonly SearchedField[] = [
  'citation',
  'contact',
  'attachment',
  'sha256',
  'origin',
  'standingReason',
  'tag',
  'explanation',
];

/** Lists the fields that a report does not print. `isAuthorsFile` says whether it is written into the author's own Word file. */
function listUnprinted(
  { format, options }: ReportChoices,
  isAuthorsFile: boolean,
): ReadonlySet<SearchedField> {
  const fields = new Set(unprinted[format]);
  if (format !== 'docx') return fields;
  const add = (more: readonly SearchedField[]) => {
    for (const field of more) fields.add(field);
  };
  if (!options.word.appendix) add(inAppendix);
  if (isAuthorsFile) add(['byline', 'language']);
  // The author sees neither the checkers' tags nor unanswered queries.
  if (isAuthorsFile && options.reader !== 'legal') add(['tag', 'explanation']);
  return fields;
}

/** Everything that a report is made from. Plain data, so that it can be sent to a worker. */
export interface ReportJob {
  review: ReviewCopy;
  draft: Draft;
  choices: ReportChoices;
  context: ReportContext;
  fonts: ReportFonts;
  /** The Word file that a Word report is written into; absent when it is a clean document, and for other formats. */
  wordBase?: WordBase;
  /** How many claims the beginning of a report has; absent for a whole report. */
  maxClaims?: number;
  /** Who publishes ClaimReviews and how they rate; absent for other formats. */
  claimReview?: ClaimReviewSettings;
}

/** The options that a report is built by. ClaimReviews are published, whatever reader was chosen. */
function getModelOptions({ format, options }: ReportChoices): ReportOptions {
  return format === 'claimReview' ? { ...options, reader: 'public', reviewers: false } : options;
}

/** The review that a report is built from. ClaimReviews say nothing of sources. */
function getModelReview(review: Review, { format }: ReportChoices): Review {
  return format === 'claimReview'
    ? { ...review, sources: new Map(), evidence: new Map(), attachments: new Map() }
    : review;
}

/** A report and what it was built from. */
export interface BuiltReport {
  review: Review;
  claims: DraftClaims;
  report: Report;
}

/** Builds the report of a job, without the fields that are not printed. Throws when the review holds no article. */
export function buildJob(
  { review: data, draft, choices, context, maxClaims, wordBase }: ReportJob,
  unprinted = listUnprinted(choices, wordBase !== undefined),
): BuiltReport {
  const review = reviewFromData(data);
  const claims = listDraftClaims(review, draft);
  const report = buildReport(
    getModelReview(review, choices),
    draft,
    getModelOptions(choices),
    context,
    claims,
    unprinted,
  );
  const place = { row: 'fileName', owner: null, claimId: null, context: () => report.title };
  if (context.fileName) searchText(report.texts, 'fileName', place, context.fileName);
  return { review, claims, report: maxClaims === undefined ? report : cutReport(report, maxClaims) };
}

/**
 * Renders a report in the chosen format. For a claim log, which has files in several formats, it builds the tables. A renderer that
 * prints more than the report, such as words of an earlier draft, adds them to the texts that are searched.
 */
export function renderFormat(
  report: Report,
  {
    draft,
    choices: { format, options },
    fonts,
    wordBase,
    claimReview,
  }: Omit<ReportJob, 'review' | 'context'>,
): string | ClaimLog {
  switch (format) {
    case 'html':
      return renderHtml(report, fonts, 'screen');
    case 'pdf':
      return options.layout === 'galley' ? renderGalley(report, fonts) : renderHtml(report, fonts, 'paper');
    case 'markdown':
      return renderMarkdown(report);
    case 'json':
      return renderJson(report);
    case 'docx':
      return renderWordPlan(report, { draft, options, base: wordBase });
    case 'xlsx':
    case 'csv':
      return buildClaimLog(report);
    case 'webAnnotation':
      return renderWebAnnotations(report);
    case 'claimReview':
      return renderClaimReviews(report, claimReview ?? defaultClaimReviewSettings, options.claimReview);
  }
}
