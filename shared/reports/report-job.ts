import { type ClaimReviewSettings, defaultClaimReviewSettings } from '../domain/claim-review-settings';
import type { Draft } from '../domain/draft/draft';
import type { ReportChoices } from '../domain/report-options';
import type { Review } from '../domain/review/review';
import { type ReviewCopy, reviewFromData } from '../domain/review/review-copy';
import { type ClaimReviewJob, renderClaimReviews } from './claim-review/render-claim-reviews';
import type { ReportFonts } from './html/fonts';
import { renderGalley } from './html/galley/render-galley';
import { renderHtml } from './html/render-html';
import { renderJson } from './json/render-json';
import { renderMarkdown } from './markdown/render-markdown';
import { buildReport, type ReportContext } from './model/build-report';
import { cutReport } from './model/cut-report';
import { type DraftClaims, listDraftClaims } from './model/draft-claims';
import type { Report } from './model/report-model';
import { renderTables } from './tables/render-tables';
import { renderWebAnnotations } from './web-annotation/render-web-annotations';
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

/** Everything that a ClaimReview needs beside the report. */
export function getClaimReviewJob({
  choices,
  claimReview,
}: Pick<ReportJob, 'choices' | 'claimReview'>): ClaimReviewJob {
  return { settings: claimReview ?? defaultClaimReviewSettings, options: choices.options.claimReview };
}

/** A report and what it was built from. */
export interface BuiltReport {
  review: Review;
  claims: DraftClaims;
  report: Report;
}

/** Builds the report of a job. Throws when the review holds no article. */
export function buildJob({ review: data, draft, choices, context, maxClaims }: ReportJob): BuiltReport {
  const review = reviewFromData(data);
  const claims = listDraftClaims(review, draft);
  const report = buildReport(review, draft, choices.options, context, claims);
  return { review, claims, report: maxClaims === undefined ? report : cutReport(report, maxClaims) };
}

/** Renders a report in the format that was chosen. */
export function renderFormat(
  report: Report,
  job: Pick<ReportJob, 'draft' | 'choices' | 'fonts' | 'wordBase' | 'claimReview'>,
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
      return renderWordPlan(report, { draft, options: choices.options, base: wordBase });
    case 'xlsx':
    case 'csv':
      return renderTables(report);
    case 'webAnnotation':
      return renderWebAnnotations(report);
    case 'claimReview':
      return renderClaimReviews(report, getClaimReviewJob(job));
  }
}
