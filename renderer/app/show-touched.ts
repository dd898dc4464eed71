import type { Edit } from '../../shared/domain/history/change';
import { queueOf } from '../../shared/domain/review/queue';
import {
  goToClaim,
  goToQueued,
  pickClaim,
  type QueueView,
  showSource,
  useReviewView,
} from '../state/review/review-view';
import type { Session } from '../state/review/session';

/** The claim that an edit is about, if it is about one. */
function claimIdOf(edit: Edit, session: Session): string | undefined {
  const { review } = session;
  if (edit.table === 'claims') return edit.id;
  if (edit.table === 'placements') return review.placements.get(edit.id)?.claimId;
  if (edit.table === 'evidence') return review.evidence.get(edit.id)?.claimId;
  return undefined;
}

/** Appends the claims that wait again, for example after an undo, and were not in the queue when it was opened. */
function withLate(session: Session, queue: QueueView): QueueView {
  const known = new Set(queue.placementIds);
  const late = queueOf(session.review, session.draft).filter(({ placement }) => !known.has(placement.id));
  return {
    ...queue,
    placementIds: [...queue.placementIds, ...late.map(({ placement }) => placement.id)],
    claimIds: [...queue.claimIds, ...late.map(({ claim }) => claim.id)],
  };
}

/** In the queue: goes to the claim that changed, if it is one of the queue. */
function showInQueue(session: Session, before: QueueView, edits: readonly Edit[]): void {
  const queue = withLate(session, before);
  useReviewView.setState({ queue });
  const touched = new Set(edits.map((edit) => claimIdOf(edit, session)));
  goToQueued(queue.claimIds.findIndex((id) => session.review.claims.has(id) && touched.has(id)));
}

/** After undo and redo: goes to the claim or the source that changed, so that what happened is seen. */
export function showTouched(session: Session, edits: readonly Edit[]): void {
  const { queue } = useReviewView.getState();
  if (queue) {
    showInQueue(session, queue, edits);
    return;
  }
  const claims = edits.flatMap((edit) => session.shownById().get(claimIdOf(edit, session) ?? '') ?? []);
  const [first] = claims;
  if (first) {
    goToClaim(first);
    return;
  }
  const waiting = session.waiting().map(({ claim }) => claim.id);
  const touched = waiting.find((id) => edits.some((edit) => claimIdOf(edit, session) === id));
  if (touched) {
    pickClaim(touched);
    return;
  }
  const source = edits.find(({ table, id }) => table === 'sources' && session.review.sources.has(id));
  if (source) showSource(source.id);
  const { current } = useReviewView.getState();
  const isListed = current === null || session.shownById().has(current) || waiting.includes(current);
  if (!isListed) pickClaim(null);
}
