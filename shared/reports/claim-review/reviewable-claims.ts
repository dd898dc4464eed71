import type { ClaimReviewOptions } from '../../domain/report-options';
import { type ClaimStatus, type JudgedVerdict, judgedVerdicts } from '../../domain/verdict';
import type { Report, ReportClaim } from '../model/report-model';
import type { ReportText } from '../origin/report-text';

/** A claim that can become a ClaimReview: somebody is said to have made it, and its verdict counts. */
export type ReviewableClaim = ReportClaim & { claimant: ReportText; status: JudgedVerdict };

export function isRated(status: ClaimStatus): status is JudgedVerdict {
  return judgedVerdicts.some((verdict) => verdict === status);
}

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
