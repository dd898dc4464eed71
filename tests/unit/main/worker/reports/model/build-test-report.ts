import { buildReport } from '../../../../../../main/worker/reports/model/build-report';
import type { Report } from '../../../../../../main/worker/reports/model/report-model';
import type { Draft } from '../../../../../../shared/domain/base/draft';
import type { Review } from '../../../../../../shared/domain/review/review';
import { options, reportContext } from '../hostile-review';

/** Builds a report of all claims. `by` is the current reviewer. */
export const buildTestReport = (
  review: Review,
  draft: Draft,
  notes = true,
  by: string | null = null,
): Report => buildReport(review, draft, { ...options, notes }, { ...reportContext, by });
