import type { HistoryVerifier } from '#main/storage/history/long-history.ts';
import type { CarryJob } from '#main/worker/drafts/carry-review.ts';
import type { EncodedReport } from '#main/worker/output/encoded-report.ts';
import type { ReportJob } from '#main/worker/reports/report-job.ts';
import type { CoverageJob } from '#shared/coverage/count-coverage.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { CoverageCounts } from '#shared/domain/review/progress.ts';
import type { CarriedReview } from '#shared/drafts/carried-review.ts';
import type { Comparison } from '#shared/drafts/hunk.ts';
import type { DocumentText, QuoteLocation } from '#shared/import/base/document-text.ts';
import type { PackagePlace } from '#shared/reports/confidential/package-texts.ts';
import type { ConfidentialTerm } from '#shared/reports/confidential/search/confidential-term.ts';

/**
 * Work that takes long, done in another process so that main keeps answering. Each member calls the pure function of its name, or
 * the one that its comment names, and rejects when the signal aborts.
 */
export interface BackgroundWork extends HistoryVerifier {
  /**
   * Gets ready to make a report soon, of an article in this language: a BCP 47 tag, or null where words are not spotted in it. A failure
   * shows itself when the report is made.
   */
  prepareReport(language: string | null): void;
  /** `makeEncodedReport`: makes and searches a report, and the files of a claim log where they are wanted. */
  makeReport(job: ReportJob, wanted: { makesFiles: boolean }, signal: AbortSignal): Promise<EncodedReport>;
  /** Renders a report that nobody saves, without searching it. */
  renderReport(job: ReportJob, signal: AbortSignal): Promise<Pick<EncodedReport, 'content' | 'claimCount'>>;
  /** `locateQuote`. */
  findQuote(document: DocumentText, quote: string, signal: AbortSignal): Promise<QuoteLocation>;
  /** `findLeaksInPackage`. */
  findPackageLeaks(
    places: readonly PackagePlace[],
    terms: readonly ConfidentialTerm[],
    signal: AbortSignal,
  ): Promise<string[]>;
  carryReview(job: CarryJob, signal: AbortSignal): Promise<CarriedReview>;
  compareDrafts(before: Draft, after: Draft, signal: AbortSignal): Promise<Comparison>;
  countCoverage(job: CoverageJob, signal: AbortSignal): Promise<CoverageCounts>;
}
