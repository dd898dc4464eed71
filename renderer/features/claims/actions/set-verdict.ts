import { setVerdict } from '../../../../shared/domain/claims/set-verdict';
import { findReferrers } from '../../../../shared/domain/review/review';
import { describeSameVerdict, describeVerdictChange, type Verdict } from '../../../../shared/domain/verdict';
import { currentSession } from '../../../state/article/open-review';
import { describeWayToClaim, getKeyName } from '../../../state/keys';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import type { OutlineClaim } from '../../../state/review/outline';
import type { Session } from '../../../state/review/session';
import { showStepNotice } from '../../../state/step-notices';
import { clearSelection, setCurrentClaim } from '../../../state/view/navigate';
import { isPanelShown } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';
import { findClaimOn, findCurrentClaim } from './current-claim';
import { createClaim, explainAttaching } from './mark-claim';

/** Sets the verdict on a claim and makes it the current one. False when nothing changed. */
export function setClaimVerdict(claimId: string, verdict: Verdict): boolean {
  const session = currentSession();
  const claim = session?.review.claims.get(claimId);
  if (!session || !claim) return false;
  setCurrentClaim(claimId);
  const step = setVerdict(session.review, session.draft, claim, verdict, currentEditContext());
  return step !== null && session.apply(step);
}

/**
 * Sets the verdict on a claim by a key, which may have been pressed by mistake: what replaces an earlier verdict is named, with Undo, and
 * so is a key that changes nothing.
 */
function setVerdictByKey(
  session: Session,
  { claim, number }: OutlineClaim,
  verdict: Verdict,
  onUndo: () => void,
): void {
  const before = claim.verdict;
  const isChanged = setClaimVerdict(claim.id, verdict);
  if (before === verdict) {
    if (!isChanged) showNotice(describeSameVerdict(number, verdict));
  } else if (isChanged && before !== 'unchecked')
    showStepNotice(session, `${describeVerdictChange(number, before, verdict)}.`, onUndo);
}

/**
 * Sets the verdict on the selection, which becomes a claim if it is none, or else on the current claim. `onUndo` is given for a key,
 * and null for a button that names the verdict.
 */
export function setCurrentVerdict(verdict: Verdict, onUndo: (() => void) | null = null): void {
  const session = currentSession();
  if (!session || explainAttaching()) return;
  const { selection } = useReviewView.getState();
  const claim = selection ? findClaimOn(session, selection) : findCurrentClaim(session);
  if (claim && !selection && isCardOnOtherSource(session, claim.claim.id))
    showNotice(`The card shows a source. Close it with Escape to judge claim ${claim.number}.`);
  else if (claim) {
    clearSelection();
    if (onUndo) setVerdictByKey(session, claim, verdict, onUndo);
    else setClaimVerdict(claim.claim.id, verdict);
  } else if (selection) {
    clearSelection();
    createClaim(session, selection, verdict);
  } else showNotice(describeMissingTarget(session));
}

/** Whether the card shows a source that is not evidence for the claim: the verdict may then be meant for the source. */
function isCardOnOtherSource({ review }: Session, claimId: string): boolean {
  const { card } = useReviewView.getState();
  if ((card.show !== 'source' && card.show !== 'editSource') || !isPanelShown('card')) return false;
  const evidence = findReferrers(review, `claims/${claimId}`, 'evidence');
  return review.sources.has(card.sourceId) && !evidence.some(({ sourceId }) => sourceId === card.sourceId);
}

/** Why there is nothing to set a verdict on, and what to do. */
function describeMissingTarget(session: Session): string {
  const { currentClaimId, queue } = useReviewView.getState();
  const unplaced = session.unplaced().find(({ claim }) => claim.id === currentClaimId);
  if (!unplaced) return `To set a verdict, select words or go to a claim ${describeWayToClaim()}.`;
  const queueKey = getKeyName('reviewQueue');
  const attachKey = getKeyName('resize');
  const hasCandidates = unplaced.placement.candidates.length > 0;
  const attach = hasCandidates ? 'Choose one of its possible places, or attach' : 'Attach';
  return [
    `This claim has no place in draft ${session.draft.number}, so it can’t be judged.`,
    ...(queue ? [] : [queueKey ? `Press ${queueKey} first.` : 'Press “Review” first.']),
    `${attach} it elsewhere${attachKey ? ` with ${attachKey}` : ''}, or retire it with Backspace.`,
  ].join(' ');
}
