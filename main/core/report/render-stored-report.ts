import type { ReportChoices } from '../../../shared/domain/report-options';
import { getArticle } from '../../../shared/domain/review/review';
import { copyReview } from '../../../shared/domain/review/review-copy';
import type { RenderedReport } from '../../../shared/reports/make-report';
import type { Platform } from '../platform';
import type { OpenReviews } from '../storage/review/open/open-reviews';
import type { SettingsStore } from '../storage/settings/settings-store';

interface ReportSources {
  platform: Pick<Platform, 'timeZone' | 'reportFonts' | 'makeReport'>;
  settings(): Promise<SettingsStore>;
  reviews(): Promise<OpenReviews>;
}

interface ReportRequest {
  articleId: string;
  choices: ReportChoices;
  /** When the report is made, RFC 3339 in UTC. */
  at: string;
  signal: AbortSignal;
}

/**
 * Renders the report of an article from what is on the disk, so it contains only acknowledged changes. Rejects when the signal
 * aborts.
 *
 * The next steps: `refuse-leaks.ts` stops a report that contains something confidential, `write-report.ts` writes it
 * to a file (`report-path.ts`), `print-report.ts` prints it, and `written-reports.ts` remembers the files.
 */
export async function renderStoredReport(
  { platform, settings, reviews }: ReportSources,
  { articleId, choices, at, signal }: ReportRequest,
): Promise<{ title: string; report: RenderedReport }> {
  const { reviewer: by, claimReview } = (await settings()).current();
  const { title, review, draft, isIncomplete } = await (await reviews()).use(articleId, (store) =>
    store.read((tables, text) => ({
      title: getArticle(tables).title,
      review: copyReview(tables),
      draft: text,
      isIncomplete: store.isDamaged,
    })),
  );
  const context = { at, by, timeZone: platform.timeZone(), isIncomplete };
  const job = { review, draft, choices, context, fonts: await platform.reportFonts(), claimReview };
  return { title, report: await platform.makeReport(job, signal) };
}
