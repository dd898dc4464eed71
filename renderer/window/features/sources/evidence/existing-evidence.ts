import { showNotice } from '#renderer/window/state/base/notices.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import type { Evidence, ProposedEvidence } from '#shared/domain/base/evidence.ts';
import { sourceTextFields } from '#shared/domain/base/source-fields.ts';
import { joinLocators, joinNotes, joinQuotes } from '#shared/domain/sources/evidence-edits.ts';
import {
  emptyFormValues,
  type SourceFormValues,
  toEditableSourceValues,
  toEvidenceValues,
} from '../base/source-form-values.ts';
import { createForm, discardForm, findForm, setForm, type UnsavedForm } from '../base/unsaved-forms.ts';

/**
 * Merges a form that attaches a source a second time into the values of the existing evidence. Changes to a picked source
 * overwrite its fields; a source that was typed again only fills empty fields. Quote, locator and note are added to the existing
 * ones.
 */
export function mergeIntoEvidenceForm(
  existing: SourceFormValues,
  { initialValues, values, picked }: Pick<UnsavedForm, 'initialValues' | 'values' | 'picked'>,
): SourceFormValues {
  const isChanged = (name: keyof SourceFormValues) => values[name] !== initialValues[name];
  // A source cannot be both primary and secondary, so the two change together.
  const isPrimacyChanged = isChanged('primary') || isChanged('secondary');
  const texts = sourceTextFields.filter((name) => (picked ? isChanged(name) : existing[name] === ''));
  return {
    ...existing,
    ...Object.fromEntries(texts.map((name) => [name, values[name]])),
    ...(picked && isChanged('kind') && { kind: values.kind }),
    ...(picked && isChanged('derivedFrom') && { derivedFrom: values.derivedFrom }),
    ...(isPrimacyChanged && { primary: values.primary, secondary: values.secondary }),
    ...(isChanged('stance') && { stance: values.stance }),
    confidential:
      picked && isChanged('confidential')
        ? values.confidential
        : existing.confidential || values.confidential,
    locator: joinLocators(existing.locator, values.locator),
    quote: joinQuotes(existing.quote, values.quote),
    note: joinNotes(existing.note, values.note),
  };
}

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
