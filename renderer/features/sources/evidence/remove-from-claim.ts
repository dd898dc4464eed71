import type { Evidence } from '../../../../shared/domain/evidence';
import { removeEvidence } from '../../../../shared/domain/sources/evidence-edits';
import type { Session } from '../../../state/review/session';
import { showStepNotice } from '../../../state/step-notices';

/** Removes a source from a claim by deleting the evidence, and offers to undo that. The source stays in the review. */
export function removeFromClaim(session: Session, evidence: Evidence, onUndo: () => void): void {
  const { review, apply } = session;
  const title = review.sources.get(evidence.sourceId)?.title ?? 'its source';
  const number = session.outlineById().get(evidence.claimId)?.number;
  const step = removeEvidence(evidence);
  if (!apply(step)) return;
  const claim = number === undefined ? 'the claim' : `claim ${number}`;
  showStepNotice(session, `“${title}” removed from ${claim}.`, onUndo, step.edits);
}
