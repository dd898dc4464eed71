import { resizeClaim } from '../../../../shared/domain/claims/claim-edits';
import { getFormerWords, retireClaim } from '../../../../shared/domain/claims/retired-claims';
import { setVerdict } from '../../../../shared/domain/claims/set-verdict';
import type { Step } from '../../../../shared/domain/history/step';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import type { Verdict } from '../../../../shared/domain/verdict';
import { shorten } from '../../../../shared/text/format/shorten';
import type { Span } from '../../../../shared/text/span';
import { currentSession } from '../../../state/article/open-review';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import type { Session } from '../../../state/review/session';
import { goToNextWaiting } from './queue-navigation';
import { isWaiting } from './queued-claims';

/** Longest part of a claim's words in a notice, in UTF-16 code units. */
const maxWordsInNotice = 60;

/** Sets or confirms the verdict of a claim on its current words, and goes on. */
export function setQueuedVerdict({ claim }: QueuedClaim, verdict: Verdict): void {
  const session = currentSession();
  if (!session) return;
  applyAndGoOn(session, setVerdict(session.review, session.draft, claim, verdict, currentEditContext()));
}

/** Confirms the verdicts of several claims in one step, and goes on. */
export function confirmVerdicts(queued: readonly QueuedClaim[]): void {
  const session = currentSession();
  if (!session) return;
  const { review, draft } = session;
  const edits = queued.flatMap(
    ({ claim }) => setVerdict(review, draft, claim, claim.verdict, currentEditContext())?.edits ?? [],
  );
  applyAndGoOn(session, { action: 'claim.verdict', edits });
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
  goToNextWaiting(session);
  const retired = `Retired “${shorten(words, maxWordsInNotice)}”.`;
  showNotice(`${retired} It is no longer in draft ${session.draft.number}.`, { label: 'Undo', run: onUndo });
}

function applyAndGoOn(session: Session, step: Step | null): void {
  if (session.apply(step)) goToNextWaiting(session);
}
