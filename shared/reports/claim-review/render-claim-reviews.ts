import type { Report } from '../model/report-model';

/** Renders chosen claims of a report as schema.org ClaimReview, in JSON-LD. */
export function renderClaimReviews(_report: Report): string {
  throw new Error('not built');
}
