import type { Draft } from '../../../../../shared/domain/draft/draft';
import type { Review } from '../../../../../shared/domain/review/review';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import type { Report } from '../../../../../shared/reports/model/report-model';
import { options, reportContext } from '../hostile-review';

/** Builds a report of all claims. `by` is the current reviewer. */
export const buildTestReport = (
  review: Review,
  draft: Draft,
  notes = true,
  by: string | null = null,
): Report => buildReport(review, draft, { ...options, notes }, { ...reportContext, by });
