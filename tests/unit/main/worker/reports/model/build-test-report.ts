import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Report } from '#main/worker/reports/model/report-model.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { options, reportContext } from '../hostile-review.ts';

/** Builds a report of all claims. `by` is the current reviewer. */
export const buildTestReport = (
  review: Review,
  draft: Draft,
  notes = true,
  by: string | null = null,
): Report => buildReport(review, draft, { ...options, notes }, { ...reportContext, by });
