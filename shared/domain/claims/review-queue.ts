import { compareSpans, type Span } from '#shared/text/span.ts';
import type { Claim } from '../base/claim.ts';
import type { Draft } from '../base/draft.ts';
import { isChosenByReviewer, type Placement } from '../base/placement.ts';
import { findReferrers, type Review } from '../review/review.ts';
import { getRecheckReasons, type NumberedDraft } from './recheck.ts';

/** A claim that the reviewer has to look at in a new draft. */
export interface QueuedClaim {
  claim: Claim;
  placement: Placement;
}

/**
 * Whether the reviewer still has to look at a claim. Choosing a span sets no verdict: if the text there or its sentence
 * differs from what was judged, the claim stays in the queue until it is judged again.
 */
export function needsReview(
  review: Review,
  draft: NumberedDraft,
  { claim, placement }: QueuedClaim,
): boolean {
  const { resolved, span } = placement;
  if (!resolved) return true;
  if (span === null || !isChosenByReviewer(placement)) return false;
  return getRecheckReasons(review, draft, claim, span).some((reason) => reason !== 'source');
}

function listPlacements(review: Review, draftId: string): QueuedClaim[] {
  return findReferrers(review, `drafts/${draftId}`, 'placements').flatMap((placement) => {
    const claim = review.claims.get(placement.claimId);
    return claim ? [{ claim, placement }] : [];
  });
}

const afterAllText: Span = { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };

/** Sorts in place: in reading order, claims without a span last. */
function sortByPosition(claims: QueuedClaim[]): QueuedClaim[] {
  const getSpan = ({ placement: { span } }: QueuedClaim): Span => span ?? afterAllText;
  return claims.sort((a, b) => compareSpans(getSpan(a), getSpan(b)) || (a.claim.id < b.claim.id ? -1 : 1));
}

/** The claims of a draft that need review since it was imported: in reading order, those without a span last. */
export function getReviewQueue(review: Review, draft: NumberedDraft & Pick<Draft, 'id'>): QueuedClaim[] {
  return sortByPosition(
    listPlacements(review, draft.id).filter((claim) => needsReview(review, draft, claim)),
  );
}

/** Finds the claims that have no span in a draft and are not retired. */
export function findUnplacedClaims(review: Review, draftId: string): QueuedClaim[] {
  const isUnplaced = ({ placement }: QueuedClaim) => placement.span === null && !placement.resolved;
  return sortByPosition(listPlacements(review, draftId).filter(isUnplaced));
}
