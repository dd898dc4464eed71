import { resizeClaim, setVerdict } from '../../../../shared/domain/claims/claim-edits';
import { recheckReasons } from '../../../../shared/domain/claims/recheck';
import { wordsBefore } from '../../../../shared/domain/claims/retired';
import type { Step } from '../../../../shared/domain/history/step';
import { letGo, type QueuedClaim, waitsFor } from '../../../../shared/domain/review/queue';
import type { Verdict } from '../../../../shared/domain/verdict';
import { shorten } from '../../../../shared/text/format/shorten';
import type { Span } from '../../../../shared/text/span';
import { focusHome } from '../../../state/focus';
import { mention } from '../../../state/notices';
import { factsNow } from '../../../state/review/facts';
import { currentSession } from '../../../state/review/open-review';
import {
  dropSelection,
  goToQueued,
  type QueueView,
  revealSpan,
  useReviewView,
} from '../../../state/review/review-view';
import { withReviewer } from '../../../state/review/reviewer';
import type { Session } from '../../../state/review/session';

/** The claim that a placement of the queue is of; null when either is gone, as after an undo. */
export function queuedAt({ review }: Session, placementId: string | undefined): QueuedClaim | null {
  const placement = review.placements.get(placementId ?? '');
  const claim = placement && review.claims.get(placement.claimId);
  return placement && claim ? { placement, claim } : null;
}

/** Whether the claim of a placement of the queue still waits for the reviewer. */
export function waitsAt(session: Session, placementId: string | undefined): boolean {
  const queued = queuedAt(session, placementId);
  return queued !== null && waitsFor(session.review, session.draft, queued);
}

/** UTF-16 units of a claim's words in a message. */
const longestMentioned = 60;

function change(part: Partial<QueueView>): void {
  useReviewView.setState(({ queue }) => ({ queue: queue && { ...queue, ...part } }));
}

/** Shows the article again, at the words of the current claim, where it has a place in it. */
export function leaveQueue(): void {
  const { current } = useReviewView.getState();
  const shown = current === null ? undefined : currentSession()?.shownById().get(current);
  useReviewView.setState({ queue: null, reveal: null });
  if (shown) revealSpan(shown.span);
  // The article is there only after that.
  requestAnimationFrame(focusHome);
}

/** Goes to the next claim that still waits, after the current one and round; leaves the queue when there is none. */
export function goOn(session: Session): void {
  goOnFrom(session, (useReviewView.getState().queue?.at ?? -1) + 1);
}

function goOnFrom(session: Session, from: number): void {
  const { queue } = useReviewView.getState();
  if (!queue) return;
  const { placementIds } = queue;
  const waits = (index: number) => waitsAt(session, placementIds[index]);
  const order = placementIds.map((_id, step) => (from + step) % placementIds.length);
  const next = order.find(waits);
  if (next !== undefined) {
    goToQueued(next);
    return;
  }
  leaveQueue();
  mention(`Every claim of draft ${session.draft.number} was looked at.`);
}

/** Puts the claim off: it comes again after all that wait now. Nothing is stored. */
export function postpone({ placement, claim }: QueuedClaim): void {
  const session = currentSession();
  const { queue } = useReviewView.getState();
  if (!session || !queue) return;
  const waiting = queue.placementIds.filter((id) => waitsAt(session, id) && id !== placement.id);
  if (waiting.length === 0) {
    mention('No other claim waits. It stays as it is until you come back to it.');
    return;
  }
  const toEnd = (ids: readonly string[], id: string) => [...ids.filter((other) => other !== id), id];
  const last = queue.placementIds.length - 1;
  change({
    placementIds: toEnd(queue.placementIds, placement.id),
    claimIds: toEnd(queue.claimIds, claim.id),
    at: last,
  });
  // What came after it stands in its place now; after the last one it is the first one's turn.
  goOnFrom(session, queue.at === last ? 0 : queue.at);
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
  if (!waitsAt(session, queued.placement.id)) goOn(session);
}

/** Lets the claim go, and offers to take that back. */
export function letQueuedGo({ placement, claim }: QueuedClaim, undo: () => void): void {
  const session = currentSession();
  if (!session) return;
  const { span } = placement;
  const words = span ? session.draft.text.slice(span.start, span.end) : wordsBefore(placement);
  if (!session.apply(letGo(placement, claim.judged?.words ?? words))) return;
  goOn(session);
  mention(
    `Let go of “${shorten(words, longestMentioned)}”. It is not in draft ${session.draft.number} any more.`,
    {
      label: 'Undo',
      run: undo,
    },
  );
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
    if (!queued || !waitsAt(session, id)) return [];
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
