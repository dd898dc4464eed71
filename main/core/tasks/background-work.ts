import type { CoverageJob } from '../../../shared/coverage/count-coverage';
import type { Draft } from '../../../shared/domain/draft/draft';
import type { CoverageCounts } from '../../../shared/domain/review/progress';
import type { CarriedReview } from '../../../shared/drafts/carried-review';
import type { CarryJob } from '../../../shared/drafts/carry-review';
import type { Comparison } from '../../../shared/drafts/compare/hunk';
import type { DocumentText, QuoteLocation } from '../../../shared/quotes/document-text';
import type { ConfidentialTerm } from '../../../shared/reports/confidential/terms/confidential-term';
import type { ReportJob } from '../../../shared/reports/report-job';
import type { PackagePlace } from '../../../shared/reports/written/package-texts';
import type { EncodedReport } from '../report/encoded-report';
import type { HistoryContent, LineName } from '../storage/history/history-format';

/** Work that takes long, done without keeping main busy. */
export interface BackgroundWork {
  /**
   * Gets ready to make a report soon, of an article in this language: a BCP 47 tag, or null where words are not spotted in it. A failure
   * shows itself when the report is made.
   */
  prepareReport(language: string | null): void;
  /**
   * Makes and searches a report without keeping main busy, and the files of a claim log where they are wanted. Rejects when the signal
   * aborts.
   */
  makeReport(job: ReportJob, wanted: { makesFiles: boolean }, signal: AbortSignal): Promise<EncodedReport>;
  /** Renders a report that nobody saves, without searching it and without keeping main busy. Rejects when the signal aborts. */
  renderReport(job: ReportJob, signal: AbortSignal): Promise<Pick<EncodedReport, 'content' | 'claimCount'>>;
  /** As `locateQuote`, without keeping main busy. Rejects when the signal aborts. */
  findQuote(document: DocumentText, quote: string, signal: AbortSignal): Promise<QuoteLocation>;
  /** As `findLeaksInPackage`, without keeping main busy. Rejects when the signal aborts. */
  findPackageLeaks(
    places: readonly PackagePlace[],
    terms: readonly ConfidentialTerm[],
    signal: AbortSignal,
  ): Promise<string[]>;
  /** As `carryReview`, without keeping main busy. Rejects when the signal aborts. */
  carryReview(job: CarryJob, signal: AbortSignal): Promise<CarriedReview>;
  /** As `compareDrafts`, without keeping main busy. Rejects when the signal aborts. */
  compareDrafts(before: Draft, after: Draft, signal: AbortSignal): Promise<Comparison>;
  /** As `countCoverage`, without keeping main busy. Rejects when the signal aborts. */
  countCoverage(job: CoverageJob, signal: AbortSignal): Promise<CoverageCounts>;
  /** As `verifyLines`, without keeping main busy. Rejects when the signal aborts. */
  verifyLines(lines: Uint8Array, before: LineName, signal: AbortSignal): Promise<HistoryContent>;
}
