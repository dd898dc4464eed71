import { markClaim, resizeClaim } from '../../../../shared/domain/claims/claim-edits';
import type { Verdict } from '../../../../shared/domain/verdict';
import { formatNumber } from '../../../../shared/text/format/format-number';
import type { Span } from '../../../../shared/text/span';
import { currentSession } from '../../../state/article/open-review';
import { getKeyName } from '../../../state/keys';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import type { Session } from '../../../state/review/session';
import { clearSelection, setCurrentClaim, setNewClaim } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { findClaimOn, findCurrentClaim } from './current-claim';

/** Marks a span as a claim and makes it the current one. */
export function createClaim(session: Session, span: Span, verdict: Verdict): void {
  const { step, claimId } = markClaim(session.draft, span, verdict, currentEditContext());
  if (session.apply(step)) setNewClaim(claimId);
}

/**
 * While a claim of a new draft is being attached, a selection is only for that: a notice says so. Returns whether a claim is being
 * attached.
 */
export function explainAttaching(): boolean {
  const { queue, selection } = useReviewView.getState();
  if (!queue?.isAttaching) return false;
  showNotice(
    selection
      ? `${describeAttachKey()} to attach the claim to the selected words first, or press Escape to go back to the queue.`
      : 'Select the words to attach the claim to, or press Escape to go back to the queue.',
  );
  return true;
}

function describeAttachKey(): string {
  const key = getKeyName('resize');
  return key ? `Press ${key}` : 'Press the button';
}

/** Marks the selection as a claim. If it is one already, that becomes the current claim. */
export function markSelection(): void {
  const session = currentSession();
  const { selection } = useReviewView.getState();
  if (!session || explainAttaching()) return;
  if (!selection) {
    showNotice('Select the words of the claim first.');
    return;
  }
  const existing = findClaimOn(session, selection);
  clearSelection();
  if (existing) setCurrentClaim(existing.claim.id);
  else createClaim(session, selection, 'unchecked');
}

/** Moves the current claim to the selection. */
export function resizeToSelection(): void {
  const session = currentSession();
  const { selection } = useReviewView.getState();
  const claim = session && findCurrentClaim(session);
  if (!session || !claim || !selection) {
    const key = getKeyName('resize');
    showNotice(
      `Go to a claim and select its new words${key ? `, then press ${key} to resize it` : ' first'}.`,
    );
    return;
  }
  clearSelection();
  const step = resizeClaim(claim.placement, selection);
  if (!step) showNotice(`Claim ${formatNumber(claim.number)} is on these words already.`);
  else session.apply(step);
}
