import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { explainReadOnlyArticle } from '#renderer/window/state/library/library-access.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import type { ProposedEvidence } from '#shared/domain/base/evidence.ts';
import { attachEvidence, findEvidence, getEvidenceFields } from '#shared/domain/sources/evidence-edits.ts';
import {
  acceptProposedEvidence,
  declineProposedEvidence,
  listUnseenEvidence,
  reopenProposedEvidence,
  toSourceFields,
} from '#shared/domain/sources/proposed-evidence-edits.ts';

/**
 * Attaches the source that was attached last in this article to a claim, and offers Undo. The stance is the one that was chosen for
 * that evidence. If nobody chose one, it follows the verdict of this claim.
 */
export function attachLastSource(session: Session, claimId: string): void {
  const { review } = session;
  // Evidence stands in its table in the order in which it was attached.
  const last = [...review.evidence.values()].at(-1);
  const source = last && review.sources.get(last.sourceId);
  if (!last || !source) {
    showNotice('No source was attached in this article yet. Add one with S first.');
    return;
  }
  const number = session.outlineById().get(claimId)?.number;
  const claim = number ? `claim ${number}` : 'the claim';
  if (findEvidence(review, claimId, source.id)) {
    showNotice(`“${source.title}” is attached to ${claim} already.`);
    return;
  }
  const evidence = { stance: getEvidenceFields(last).stance, locator: null, quote: null, note: null };
  const input = { fields: source, files: [] };
  if (!session.apply(attachEvidence(review, claimId, source, input, evidence, currentEditContext()))) return;
  showNotice(`“${source.title}” attached to ${claim}.`, undoAction);
}

/** The title of proposed evidence in the interface; null when its annotation names no source. */
export function getProposedTitle(proposed: ProposedEvidence): string | null {
  return toSourceFields(proposed)?.title ?? null;
}

/**
 * Opens the form that accepts proposed evidence, filled in with what was read of the annotation. Nothing is stored before the form is
 * saved, so the evidence stays proposed when the form is closed.
 */
export function openProposed(proposed: ProposedEvidence): void {
  showPanel('card');
  useReviewView.setState({ card: { show: 'proposed', proposedId: proposed.id } });
  if (!proposed.source) showNotice('Enter the source, then accept it.');
}

/** Accepts proposed evidence without showing its form. The form opens where it can't be accepted as it is. */
export function acceptAsRead(session: Session, proposed: ProposedEvidence): void {
  const step = acceptProposedEvidence(session.review, proposed, currentEditContext());
  if (!step) openProposed(proposed);
  else if (session.apply(step)) showNotice('Accepted.', undoAction);
}

export function declineProposed(session: Session, proposed: ProposedEvidence, reason: string | null): void {
  if (!session.apply(declineProposedEvidence(proposed, reason, currentEditContext()))) return;
  showNotice('Declined. It will not come back with the next draft.', undoAction);
}

export function reopenProposed(session: Session, proposed: ProposedEvidence): void {
  session.apply(reopenProposedEvidence(proposed));
}

/**
 * Opens the form of the proposed evidence that has the focus, or else of the first one of the claim. False when there is none.
 */
export function openNextProposed(session: Session, claimId: string): boolean {
  const unseen = listUnseenEvidence(session.review, claimId);
  const focusedId = document.activeElement
    ?.closest('[data-proposed-evidence]')
    ?.getAttribute('data-proposed-evidence');
  const next = unseen.find(({ id }) => id === focusedId) ?? unseen[0];
  if (!next) return false;
  if (session.readOnly) showNotice(explainReadOnlyArticle('nothing can be accepted'));
  else openProposed(next);
  return true;
}
