import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { currentSession } from '../../../state/article/open-review';
import { showNotice } from '../../../state/notices';
import { clearSelection } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { attachToSpan } from './queue-steps';
import { findQueuedClaim } from './queued-claims';

/** Shows the article, so that the reviewer can select the words that the claim is about now. */
export function startAttaching({ placement }: QueuedClaim): void {
  setAttaching(true);
  useReviewView.setState({ selection: null, revealRequest: placement.span && { span: placement.span } });
}

/** Goes back to the queue without attaching the claim. */
export function stopAttaching(): void {
  setAttaching(false);
}

/** Attaches the claim of the queue to the selected words; false when no claim is being attached. */
export function attachToSelection(): boolean {
  const session = currentSession();
  const { queue, selection } = useReviewView.getState();
  if (!session || !queue?.isAttaching) return false;
  const queued = findQueuedClaim(session, queue.placementIds[queue.index]);
  if (!selection) showNotice('First select the words that the claim is about now.');
  else if (queued) {
    clearSelection();
    stopAttaching();
    attachToSpan(queued, selection);
  }
  return true;
}

function setAttaching(isAttaching: boolean): void {
  useReviewView.setState(({ queue }) => ({ queue: queue && { ...queue, isAttaching } }));
}
