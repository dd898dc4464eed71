import { getRecheckReasons } from '../../../../shared/domain/claims/recheck';
import { needsReview, type QueuedClaim } from '../../../../shared/domain/review/review-queue';
import type { Session } from '../../../state/review/session';

/** Finds the claim of a placement in the queue; null when either is gone, for example after an undo. */
export function findQueuedClaim({ review }: Session, placementId: string | undefined): QueuedClaim | null {
  const placement = review.placements.get(placementId ?? '');
  const claim = placement && review.claims.get(placement.claimId);
  return placement && claim ? { placement, claim } : null;
}

/** Whether the claim of a placement in the queue still needs review. */
export function isWaiting(session: Session, placementId: string | undefined): boolean {
  const queued = findQueuedClaim(session, placementId);
  return queued !== null && needsReview(session.review, session.draft, queued);
}

/** Lists the waiting claims whose own words are unchanged, and that only wait because their sentence changed. */
export function listClaimsWithChangedSentence(
  session: Session,
  placementIds: readonly string[],
): QueuedClaim[] {
  return placementIds.flatMap((id) => {
    const queued = findQueuedClaim(session, id);
    if (!queued || !isWaiting(session, id)) return [];
    const reasons = getRecheckReasons(session.review, session.draft, queued.claim, queued.placement.span);
    return reasons.length === 1 && reasons[0] === 'sentence' ? [queued] : [];
  });
}
