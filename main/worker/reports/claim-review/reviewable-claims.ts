import { isRated, type JudgedVerdict } from '#shared/domain/base/verdict.ts';
import type { ClaimReviewOptions } from '#shared/domain/settings/report-options.ts';
import type { ReportText } from '#shared/reports/base/report-text.ts';
import type { Report, ReportClaim } from '../model/report-model.ts';

/** A claim that can become a ClaimReview: somebody is said to have made it, and its verdict counts. */
export type ReviewableClaim = ReportClaim & { claimant: ReportText; status: JudgedVerdict };

function isReviewable(claim: ReportClaim): claim is ReviewableClaim {
  return claim.claimant !== null && isRated(claim.status);
}

/** The chosen claims of a report that can become ClaimReviews. */
export function listReviewableClaims(
  { claims }: Pick<Report, 'claims'>,
  { claimIds }: ClaimReviewOptions,
): ReviewableClaim[] {
  const chosen = claimIds === null ? null : new Set(claimIds);
  return claims.filter(isReviewable).filter(({ id }) => chosen?.has(id) ?? true);
}
