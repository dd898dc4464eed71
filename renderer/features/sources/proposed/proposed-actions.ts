import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import {
  acceptProposedEvidence,
  declineProposedEvidence,
  listUnseenEvidence,
  reopenProposedEvidence,
  toSourceFields,
} from '../../../../shared/domain/sources/proposed-evidence-edits';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import type { Session } from '../../../state/review/session';
import { showPanel } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';

/** The title of proposed evidence in the interface; null when its annotation names no source. */
export function getProposedTitle(proposed: ProposedEvidence): string | null {
  return toSourceFields(proposed)?.title ?? null;
}

/** Opens the form in which proposed evidence is corrected. Saving it accepts it. */
export function correctProposed({ id }: ProposedEvidence): void {
  showPanel('card');
  useReviewView.setState({ card: { show: 'proposed', proposedId: id } });
}

/**
 * Accepts proposed evidence and opens it, so that its stance can be set. Where it can't be accepted as it is, the form opens in
 * which it can be corrected.
 */
export function acceptProposed(session: Session, proposed: ProposedEvidence): void {
  const accepted = acceptProposedEvidence(session.review, proposed, currentEditContext());
  if (!accepted) {
    correctProposed(proposed);
    showNotice('Say which source it is, then save it.');
    return;
  }
  if (!session.apply(accepted.step)) return;
  showPanel('card');
  useReviewView.setState({ card: { show: 'evidence', evidenceId: accepted.evidenceId } });
}

export function declineProposed(
  session: Session,
  proposed: ProposedEvidence,
  reason: string | null,
  onUndo: () => void,
): void {
  if (!session.apply(declineProposedEvidence(proposed, reason, currentEditContext()))) return;
  showNotice('Declined. It will not come back with the next draft.', { label: 'Undo', run: onUndo });
}

export function reopenProposed(session: Session, proposed: ProposedEvidence): void {
  session.apply(reopenProposedEvidence(proposed));
}

/** Accepts the proposed evidence that has the focus, or else the first one of the claim. False when there is none. */
export function acceptNextProposed(session: Session, claimId: string): boolean {
  const unseen = listUnseenEvidence(session.review, claimId);
  const focusedId = document.activeElement
    ?.closest('[data-proposed-evidence]')
    ?.getAttribute('data-proposed-evidence');
  const next = unseen.find(({ id }) => id === focusedId) ?? unseen[0];
  if (!next) return false;
  if (session.readOnly) showNotice('This article is read-only, so nothing was accepted.');
  else acceptProposed(session, next);
  return true;
}
