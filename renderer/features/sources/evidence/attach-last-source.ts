import {
  attachEvidence,
  findEvidence,
  getEvidenceFields,
} from '../../../../shared/domain/sources/evidence-edits';
import { showNotice } from '../../../state/notices';
import type { Session } from '../../../state/review/session';
import { currentEditContext } from '../../../state/reviewer';
import { undoAction } from '../../../state/undo-redo';

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
