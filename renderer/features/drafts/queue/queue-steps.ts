import { resizeClaim } from '../../../../shared/domain/claims/claim-edits';
import { getFormerWords, retireClaim } from '../../../../shared/domain/claims/retired-claims';
import { setVerdict } from '../../../../shared/domain/claims/set-verdict';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { describeVerdictChange, type Verdict } from '../../../../shared/domain/verdict';
import { shorten } from '../../../../shared/text/format/shorten';
import type { Span } from '../../../../shared/text/span';
import { currentSession } from '../../../state/article/open-review';
import { currentEditContext } from '../../../state/review/edit-context';
import { goToNextWaiting } from './queue-navigation';
import { isWaiting } from './queued-claims';

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
