import { resizeClaim } from '../../../../shared/domain/claims/claim-edits';
import { getFormerWords, retireClaim } from '../../../../shared/domain/claims/retired-claims';
import { setVerdict } from '../../../../shared/domain/claims/set-verdict';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { describeVerdictChange, type Verdict } from '../../../../shared/domain/verdict';
import { shorten } from '../../../../shared/text/format/shorten';
import type { Span } from '../../../../shared/text/span';
import { currentSession } from '../../../state/article/open-review';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import { clearSelection } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { findQueuedClaim, goToNextWaiting, isWaiting } from './queue-navigation';

/** Longest part of a claim's words in a notice, in UTF-16 code units. */
const maxWordsInNotice = 60;

/** Sets or confirms the verdict of a claim on its current words, and goes on. A notice names the verdict that it replaces, with Undo. */
export function setQueuedVerdict({ claim }: QueuedClaim, verdict: Verdict, onUndo: () => void): void {
  const session = currentSession();
  if (!session) return;
  const { verdict: before } = claim;
  const number = session.outlineById().get(claim.id)?.number;
  const step = setVerdict(session.review, session.draft, claim, verdict, currentEditContext());
  if (!session.apply(step)) return;
  const isReplaced = number !== undefined && before !== verdict && before !== 'unchecked';
  goToNextWaiting(
    session,
    isReplaced ? { message: `${describeVerdictChange(number, before, verdict)}.`, onUndo } : null,
  );
}

/** Confirms the verdicts of several claims in one step, and goes on. */
export function confirmVerdicts(queued: readonly QueuedClaim[]): void {
  const session = currentSession();
  if (!session) return;
  const { review, draft } = session;
  const edits = queued.flatMap(
    ({ claim }) => setVerdict(review, draft, claim, claim.verdict, currentEditContext())?.edits ?? [],
  );
  if (session.apply({ action: 'claim.verdict', edits })) goToNextWaiting(session);
}

/** Attaches a claim to a span of the draft. */
export function attachToSpan(queued: QueuedClaim, span: Span): void {
  const session = currentSession();
  if (!session?.apply(resizeClaim(queued.placement, span))) return;
  // A claim on changed words still needs a verdict, so it stays on the screen.
  if (!isWaiting(session, queued.placement.id)) goToNextWaiting(session);
}

/** Retires a claim, and offers to undo that. */
export function retireQueuedClaim({ placement, claim }: QueuedClaim, onUndo: () => void): void {
  const session = currentSession();
  if (!session) return;
  const { span } = placement;
  const words = span ? session.draft.text.slice(span.start, span.end) : getFormerWords(placement);
  if (!session.apply(retireClaim(placement, claim.judged?.words ?? words))) return;
  const retired = `Retired “${shorten(words, maxWordsInNotice)}”.`;
  goToNextWaiting(session, {
    message: `${retired} It is no longer in draft ${session.draft.number}.`,
    onUndo,
  });
}

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
