import { resizeClaim, setVerdict } from '../../../shared/domain/claim-edits';
import { wordsBefore } from '../../../shared/domain/let-go';
import { letGo, type QueuedClaim } from '../../../shared/domain/queue';
import type { Span } from '../../../shared/domain/span';
import { recheckReasons, standingOf } from '../../../shared/domain/standing';
import type { Step } from '../../../shared/domain/step';
import type { Verdict } from '../../../shared/domain/verdict';
import { factsNow } from '../../state/facts';
import { focusArticle } from '../../state/focus';
import { mention } from '../../state/notices';
import { currentSession } from '../../state/open-review';
import { dropSelection, goToQueued, type QueueView, useReviewView } from '../../state/review-view';
import { withReviewer } from '../../state/reviewer';
import type { Session } from '../../state/session';

/** The claim that a placement of the queue is of; null when either is gone, as after an undo. */
export function queuedAt({ review }: Session, placementId: string | undefined): QueuedClaim | null {
  const placement = review.placements.get(placementId ?? '');
  const claim = placement && review.claims.get(placement.claimId);
  return placement && claim ? { placement, claim } : null;
}

function change(part: Partial<QueueView>): void {
  useReviewView.setState(({ queue }) => ({ queue: queue && { ...queue, ...part } }));
}

export function leaveQueue(): void {
  useReviewView.setState({ queue: null });
  // The article is there only after that.
  requestAnimationFrame(focusArticle);
}

/** Goes to the next claim that still waits, from the current one on and round; leaves the queue when there is none. */
export function goOn(session: Session): void {
  const { queue } = useReviewView.getState();
  if (!queue) return;
  const { placementIds, at } = queue;
  const waits = (index: number) => queuedAt(session, placementIds[index])?.placement.resolved === false;
  const order = placementIds.map((_id, step) => (at + 1 + step) % placementIds.length);
  const next = order.find(waits);
  if (next !== undefined) {
    goToQueued(next);
    return;
  }
  leaveQueue();
  mention(`Every claim of draft ${session.draft.number} was looked at.`);
}

function take(session: Session, step: Step | null): void {
  if (session.apply(step)) goOn(session);
}

/** Confirms the verdict or sets another, on the words as they are now. */
export function judgeQueued({ claim }: QueuedClaim, verdict: Verdict): void {
  const session = currentSession();
  if (!session) return;
  withReviewer(verdict, () =>
    take(session, setVerdict(session.review, session.draft, claim, verdict, factsNow())),
  );
}

/** Says which of the places it is. */
export function choosePlace(queued: QueuedClaim, span: Span): void {
  const session = currentSession();
  if (!session?.apply(resizeClaim(queued.placement, span))) return;
  // Where the words are others now, they are to be judged next.
  if (standingOf(session.review, session.draft, queued.claim, span) !== 'recheck') goOn(session);
}

export function letQueuedGo({ placement, claim }: QueuedClaim): void {
  const session = currentSession();
  if (!session) return;
  const { span } = placement;
  const words = span ? session.draft.text.slice(span.start, span.end) : wordsBefore(placement);
  take(session, letGo(placement, claim.judged?.words ?? words));
}

/** Shows the article, to select the words on which the claim stands now. */
export function beginAttaching({ placement }: QueuedClaim): void {
  change({ attaching: true });
  useReviewView.setState({ selection: null, reveal: placement.span && { span: placement.span } });
}

export function stopAttaching(): void {
  change({ attaching: false });
}

/** Attaches the claim to the selected words; false when none is being attached. */
export function attachToSelection(): boolean {
  const session = currentSession();
  const { queue, selection } = useReviewView.getState();
  if (!session || !queue?.attaching) return false;
  const queued = queuedAt(session, queue.placementIds[queue.at]);
  if (!selection) mention('Select the words first on which the claim stands now.');
  else if (queued) {
    dropSelection();
    stopAttaching();
    choosePlace(queued, selection);
  }
  return true;
}

/** The claims that still wait only because the sentence around their words changed. */
export function changedAround(session: Session, placementIds: readonly string[]): QueuedClaim[] {
  return placementIds.flatMap((id) => {
    const queued = queuedAt(session, id);
    if (!queued || queued.placement.resolved) return [];
    const reasons = recheckReasons(session.review, session.draft, queued.claim, queued.placement.span);
    return reasons.length === 1 && reasons[0] === 'sentence' ? [queued] : [];
  });
}

/** Confirms the verdicts of several claims by one step. */
export function confirmTogether(queued: readonly QueuedClaim[]): void {
  const session = currentSession();
  if (!session) return;
  withReviewer('verified', () => {
    const { review, draft } = session;
    const edits = queued.flatMap(
      ({ claim }) => setVerdict(review, draft, claim, claim.verdict, factsNow())?.edits ?? [],
    );
    take(session, { action: 'claim.verdict', edits });
  });
}
