import type { ClaimReviewOptions } from '../../domain/report-options';
import { isRated, type JudgedVerdict } from '../../domain/verdict';
import type { Report, ReportClaim } from '../model/report-model';
import type { ReportText } from '../origin/report-text';

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
