import type { Draft } from '../domain/draft/draft';
import type { ReportChoices, ReportOptions } from '../domain/report-options';
import type { Review } from '../domain/review/review';
import { type ReviewCopy, reviewFromData } from '../domain/review/review-data';
import { type ClaimReviewSettings, defaultClaimReviewSettings } from '../domain/settings';
import { type ClaimReviewJob, renderClaimReviews, searchSettings } from './claim-review/render-claim-reviews';
import type { ReportFonts } from './html/fonts';
import { renderGalley } from './html/galley/render-galley';
import { renderHtml } from './html/render-html';
import { renderJson } from './json/render-json';
import { renderMarkdown } from './markdown/render-markdown';
import { buildReport, type ReportContext } from './model/build-report';
import { cutReport } from './model/cut-report';
import { type DraftClaims, listDraftClaims } from './model/draft-claims';
import type { Report } from './model/report-model';
import { searchText } from './origin/report-text';
import { listUnprinted } from './origin/unprinted-fields';
import { renderTables } from './tables/render-tables';
import { renderWebAnnotations } from './web-annotation/render-web-annotations';
import { type PlannedCorrections, planCorrections } from './word/changes/plan-corrections';
import { renderWordPlan } from './word/render-word-plan';
import type { WordBase } from './word/word-base';

/** Everything that a report is made from. Plain data, so that it can be sent to a thread. */
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
export function getModelOptions({ format, options }: ReportChoices): ReportOptions {
  return format === 'claimReview' ? { ...options, reader: 'public', reviewers: false } : options;
}

/** The review that a report is built from. ClaimReviews say nothing of sources. */
export function getModelReview(review: Review, { format }: ReportChoices): Review {
  return format === 'claimReview'
    ? { ...review, sources: new Map(), evidence: new Map(), attachments: new Map() }
    : review;
}

/** A report and what it was built from. */
export interface BuiltReport {
  review: Review;
  claims: DraftClaims;
  report: Report;
  /** The tracked changes of a Word report; null for other formats. */
  corrections: PlannedCorrections | null;
  /** Who publishes ClaimReviews; null for other formats. */
  claimReview: ClaimReviewJob | null;
}

/** Builds the report of a job. Throws when the review holds no article. */
export function buildJob(job: ReportJob): BuiltReport {
  const { review: data, draft, choices, context, maxClaims, wordBase } = job;
  const review = reviewFromData(data);
  const claims = listDraftClaims(review, draft);
  const report = buildReport(
    getModelReview(review, choices),
    draft,
    getModelOptions(choices),
    context,
    claims,
    listUnprinted(choices, wordBase !== undefined),
  );
  const place = { row: 'fileName', owner: null, claimId: null, context: () => report.title };
  if (context.fileName) searchText(report.texts, 'fileName', place, context.fileName);
  const shown = maxClaims === undefined ? report : cutReport(report, maxClaims);
  const isWord = choices.format === 'docx';
  const corrections = isWord ? planCorrections(shown, draft, wordBase?.draft ?? null) : null;
  const claimReview =
    choices.format === 'claimReview'
      ? {
          settings: searchSettings(job.claimReview ?? defaultClaimReviewSettings, report),
          options: choices.options.claimReview,
        }
      : null;
  return { review, claims, report: shown, corrections, claimReview };
}

/** Renders a report in the format that was chosen. */
export function renderFormat(
  { report, corrections, claimReview }: Pick<BuiltReport, 'report' | 'corrections' | 'claimReview'>,
  job: Pick<ReportJob, 'draft' | 'choices' | 'fonts' | 'wordBase'>,
): string {
  const { draft, choices, fonts, wordBase } = job;
  switch (choices.format) {
    case 'html':
      return renderHtml(report, fonts, 'screen');
    case 'pdf':
      return choices.options.layout === 'galley'
        ? renderGalley(report, fonts)
        : renderHtml(report, fonts, 'paper');
    case 'markdown':
      return renderMarkdown(report);
    case 'json':
      return renderJson(report);
    case 'docx':
      if (!corrections) throw new Error('the corrections were not planned');
      return renderWordPlan(report, { draft, options: choices.options, base: wordBase, corrections });
    case 'xlsx':
    case 'csv':
      return renderTables(report);
    case 'webAnnotation':
      return renderWebAnnotations(report);
    case 'claimReview':
      if (!claimReview) throw new Error('the settings were not read');
      return renderClaimReviews(report, claimReview);
  }
}
