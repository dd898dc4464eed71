import { showStepNotice } from '#renderer/window/state/article/undo-redo.ts';
import { clearNotices, showNotice } from '#renderer/window/state/base/notices.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { goToQueueIndex, revealSpan, setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { getRecheckReasons } from '#shared/domain/claims/recheck.ts';
import { getReviewQueue, needsReview, type QueuedClaim } from '#shared/domain/claims/review-queue.ts';

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

/** Opens the queue of the draft on the screen, at the given placement or at the first. Does nothing when no claim waits. */
export function openQueue(placementId?: string): void {
  const session = currentSession();
  if (!session || session.isPast) return;
  const waiting = getReviewQueue(session.review, session.draft);
  if (waiting.length === 0) return;
  const placementIds = waiting.map(({ placement }) => placement.id);
  const claimIds = waiting.map(({ claim }) => claim.id);
  const index = Math.max(0, placementIds.indexOf(placementId ?? ''));
  useReviewView.setState({ queue: { placementIds, claimIds, index, isAttaching: false }, selection: null });
  goToQueueIndex(index);
}

/** Shows the article again, scrolled to the words of the current claim if it has a span. */
export function closeQueue(): void {
  const { currentClaimId } = useReviewView.getState();
  const current = currentClaimId === null ? undefined : currentSession()?.outlineById().get(currentClaimId);
  useReviewView.setState({ queue: null, revealRequest: null });
  if (current) revealSpan(current.span);
  // The article is in the page only after the next render.
  requestAnimationFrame(focusMainArea);
}

/**
 * Goes to the next waiting claim after the current one, wrapping around; closes the queue when no claim waits. No claim is the current one
 * then, so that one key too many changes nothing. `done` says what the step did, in a notice with Undo.
 */
export function goToNextWaiting(session: Session, done: string | null = null): void {
  goToWaitingFrom(session, (useReviewView.getState().queue?.index ?? -1) + 1, done);
}

function goToWaitingFrom(session: Session, from: number, done: string | null = null): void {
  const { queue } = useReviewView.getState();
  if (!queue) return;
  const { placementIds } = queue;
  const order = placementIds.map((_id, step) => (from + step) % placementIds.length);
  const next = order.find((index) => isWaiting(session, placementIds[index]));
  if (next !== undefined) {
    goToQueueIndex(next);
    // Those before are about another claim.
    clearNotices();
    if (done) showStepNotice(session, done);
    return;
  }
  closeQueue();
  setCurrentClaim(null);
  const all = `All claims of draft ${session.draft.number} are reviewed.`;
  if (done) showStepNotice(session, `${done} ${all}`);
  else showNotice(all);
}

/** Goes on to the next waiting claim. Nothing is stored, so this one keeps waiting. */
export function skipClaim(): void {
  const session = currentSession();
  const { queue } = useReviewView.getState();
  if (!session || !queue) return;
  const current = queue.placementIds[queue.index];
  if (queue.placementIds.some((id) => id !== current && isWaiting(session, id))) goToNextWaiting(session);
  else showNotice(onlyOneWaiting);
}

const onlyOneWaiting = 'No other claim is waiting. This one stays in the queue until you review it.';

/** Moves a claim to the end of the queue. Nothing is stored. */
export function postponeClaim({ placement, claim }: QueuedClaim): void {
  const session = currentSession();
  const { queue } = useReviewView.getState();
  if (!session || !queue) return;
  const others = queue.placementIds.filter((id) => isWaiting(session, id) && id !== placement.id);
  if (others.length === 0) {
    showNotice(onlyOneWaiting);
    return;
  }
  const moveToEnd = (ids: readonly string[], id: string) => [...ids.filter((other) => other !== id), id];
  const lastIndex = queue.placementIds.length - 1;
  useReviewView.setState({
    queue: {
      ...queue,
      placementIds: moveToEnd(queue.placementIds, placement.id),
      claimIds: moveToEnd(queue.claimIds, claim.id),
      index: lastIndex,
    },
  });
  // The claim that came after it is now at its index. After the last claim comes the first one.
  goToWaitingFrom(session, queue.index === lastIndex ? 0 : queue.index);
}
