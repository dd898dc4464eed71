import type { Evidence } from '../../../../shared/domain/evidence';
import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import { showNotice } from '../../../state/notices';
import type { Session } from '../../../state/review/session';
import { useReviewView } from '../../../state/view/review-view';
import { emptyFormValues, toEditableSourceValues, toEvidenceValues } from '../form/source-form-values';
import { createForm, discardForm, findForm, setForm, type UnsavedForm } from '../form/unsaved-forms';
import { mergeIntoEvidenceForm } from './merge-into-evidence-form';

/** Opens the form of evidence, and says that its source is attached to the claim already. */
export function showExistingEvidence(session: Session, evidence: Evidence): void {
  const source = session.review.sources.get(evidence.sourceId);
  if (!source) return;
  useReviewView.setState({ card: { show: 'evidence', evidenceId: evidence.id } });
  const number = session.outlineById().get(evidence.claimId)?.number;
  const claim = number === undefined ? 'this claim' : `claim ${number}`;
  showNotice(`“${source.title}” is attached to ${claim} already. This is its evidence.`);
}

/**
 * Does the same when a form would attach the source a second time: what was filled in there is merged into the form of the
 * existing evidence, and the second form is discarded. The author's proposal that it was about is accepted when the form of
 * the existing evidence is saved.
 */
export function editExistingEvidence(
  session: Session,
  evidence: Evidence,
  proposed: ProposedEvidence | null,
  form: UnsavedForm,
): void {
  const { articleId, review } = session;
  const source = review.sources.get(evidence.sourceId);
  if (!source) return;
  const values = { ...emptyFormValues, ...toEditableSourceValues(source), ...toEvidenceValues(evidence) };
  const existing = findForm(articleId, evidence.id) ?? createForm(articleId, values);
  const hashes = new Set(existing.files.map(({ sha256 }) => sha256));
  setForm(evidence.id, {
    ...existing,
    values: mergeIntoEvidenceForm(existing.values, form),
    files: [...existing.files, ...form.files.filter(({ sha256 }) => !hashes.has(sha256))],
    mergedProposals: [...new Set([...existing.mergedProposals, ...(proposed ? [proposed.id] : [])])],
  });
  discardForm(articleId, proposed?.id ?? evidence.claimId);
  showExistingEvidence(session, evidence);
}
