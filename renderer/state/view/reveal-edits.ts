import type { Edit } from '../../../shared/domain/history/change';
import { getReviewQueue } from '../../../shared/domain/review/review-queue';
import { compareSpans, type Span, spanSchema } from '../../../shared/text/span';
import type { Session } from '../review/session';
import {
  clearSelection,
  goToClaim,
  goToQueueIndex,
  revealSpan,
  setCurrentClaim,
  showSource,
} from './navigate';
import { type QueueView, useReviewView } from './review-view';

/** The claim that an edit changes; undefined when it changes something else. */
function getClaimId(edit: Edit, session: Session): string | undefined {
  const { review } = session;
  if (edit.table === 'claims') return edit.id;
  if (edit.table === 'placements') return review.placements.get(edit.id)?.claimId;
  if (edit.table === 'evidence') return review.evidence.get(edit.id)?.claimId;
  if (edit.table === 'proposedEvidence') return review.proposedEvidence.get(edit.id)?.claimId;
  return undefined;
}

/** Appends claims that need the reviewer only now, for example after an undo, and were not in the queue when it was opened. */
function appendNewlyQueued(session: Session, queue: QueueView): QueueView {
  const known = new Set(queue.placementIds);
  const added = getReviewQueue(session.review, session.draft).filter(
    ({ placement }) => !known.has(placement.id),
  );
  return {
    ...queue,
    placementIds: [...queue.placementIds, ...added.map(({ placement }) => placement.id)],
    claimIds: [...queue.claimIds, ...added.map(({ claim }) => claim.id)],
  };
}

/** Goes to the claim of the open queue that the edits changed. */
function revealInQueue(session: Session, before: QueueView, edits: readonly Edit[]): void {
  const queue = appendNewlyQueued(session, before);
  useReviewView.setState({ queue });
  const touched = new Set(edits.map((edit) => getClaimId(edit, session)));
  goToQueueIndex(queue.claimIds.findIndex((id) => session.review.claims.has(id) && touched.has(id)));
}

/** The first span of the draft that the edits dismiss or reopen; undefined when they do neither. */
function getDismissedSpan({ review, draft }: Session, edits: readonly Edit[]): Span | undefined {
  const spans = edits.flatMap((edit) => {
    if (edit.table !== 'dismissals') return [];
    if ('delete' in edit) return spanSchema.safeParse(edit.delete.span).data ?? [];
    const dismissal = review.dismissals.get(edit.id);
    return dismissal?.draftId === draft.id ? [dismissal.span] : [];
  });
  return spans.toSorted(compareSpans)[0];
}

/** Goes to the claim, the dismissed text or the source that the edits of an undo or redo changed. */
export function revealEdits(session: Session, edits: readonly Edit[]): void {
  const { queue } = useReviewView.getState();
  if (queue) {
    revealInQueue(session, queue, edits);
    return;
  }
  const claims = edits.flatMap((edit) => session.outlineById().get(getClaimId(edit, session) ?? '') ?? []);
  const [first] = claims;
  if (first) {
    goToClaim(first);
    return;
  }
  const dismissed = getDismissedSpan(session, edits);
  if (dismissed) {
    clearSelection();
    revealSpan(dismissed);
    return;
  }
  const waiting = session.unplaced().map(({ claim }) => claim.id);
  const touched = waiting.find((id) => edits.some((edit) => getClaimId(edit, session) === id));
  if (touched) {
    setCurrentClaim(touched);
    return;
  }
  const source = edits.find(({ table, id }) => table === 'sources' && session.review.sources.has(id));
  if (source) showSource(source.id);
  const { currentClaimId } = useReviewView.getState();
  const isListed =
    currentClaimId === null || session.outlineById().has(currentClaimId) || waiting.includes(currentClaimId);
  if (!isListed) setCurrentClaim(null);
}
