import type { Source } from '../../../../../shared/domain/base/source';
import { isSameSource } from '../../../../../shared/domain/base/source-fields';
import { findEvidence } from '../../../../../shared/domain/sources/evidence-edits';
import { readAddressFields } from '../../../../../shared/references/address-fields';
import type { ReferenceFields } from '../../../../../shared/references/reference-fields';
import { clearErrors, showError, showNotice } from '../../../state/base/notices';
import { storeFiles } from '../../../state/files/vault';
import { explainReadOnlyArticle } from '../../../state/library/library-access';
import { currentSession } from '../../../state/review/open-review';
import type { Session } from '../../../state/review/session';
import { setCurrentClaim } from '../../../state/view/navigate';
import { showPanel } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';
import type { EvidenceInput } from '../base/evidence-input';
import {
  type FillResult,
  fillInFromFile,
  fillInQuote,
  fillInSource,
  getToday,
  readPastedRecords,
  showLeftOutRecords,
} from '../base/fill-in';
import { emptyFormValues, toSourceValues } from '../base/source-form-values';
import { createForm, findForm, setForm, type UnsavedForm } from '../base/unsaved-forms';
import { addFormFiles } from '../base/use-source-form';
import { editExistingEvidence } from '../evidence/existing-evidence';

/** The message that says why nothing can be attached to a claim of this session; null when it can. */
export function getAttachRefusal({ isPast, readOnly, draft }: Session): string | null {
  if (isPast) return `Draft ${draft.number} is read-only. Go back to the newest draft to attach sources.`;
  return readOnly ? explainReadOnlyArticle('nothing can be attached') : null;
}

/**
 * Opens the source form of a claim and fills in what was dropped or pasted on the claim. Nothing is stored before the person
 * attaches the source.
 */
export async function addToClaim(claimId: string, input: EvidenceInput): Promise<void> {
  const session = currentSession();
  if (!session?.review.claims.has(claimId)) return;
  const refusal = getAttachRefusal(session);
  if (refusal !== null) {
    showNotice(refusal);
    return;
  }
  const { record, others } =
    input.kind === 'record' ? await readPastedRecords(input.text) : { record: undefined, others: [] };
  if (currentSession() !== session) return;
  clearErrors('records');
  setCurrentClaim(claimId);
  showPanel('card');
  useReviewView.setState({ card: { show: 'attach' } });
  const form = getForm(session, claimId);
  if (input.kind === 'files') {
    setForm(claimId, form);
    await addFormFiles(
      session.articleId,
      claimId,
      storeFiles(session.articleId, input.files),
      ({ values }, [first]) => (first ? { values: fillInFromFile(values, first.name) } : {}),
    );
  } else if (input.kind === 'link')
    addReference(session, claimId, readAddressFields(input.url) ?? { url: input.url });
  else if (record) {
    addReference(session, claimId, record);
    showLeftOutRecords(others);
  } else setFilledForm(claimId, form, fillInQuote(form.values, input.text));
}

function getForm({ articleId }: Session, claimId: string): UnsavedForm {
  return findForm(articleId, claimId) ?? createForm(articleId, emptyFormValues);
}

function addReference(session: Session, claimId: string, reference: ReferenceFields): void {
  const form = getForm(session, claimId);
  const filled = fillInSource(form.values, reference, getToday());
  const { kind, title, author, url } = { ...emptyFormValues, author: null, url: null, ...reference };
  const known = [...session.review.sources.values()].find((source) =>
    isSameSource(source, { kind, title, author, url }),
  );
  if (filled.ok && known && !form.picked) pickSource(session, claimId, form, known);
  else setFilledForm(claimId, form, filled);
}

/** Picks a source of the article, or opens the evidence when the claim has it already. */
function pickSource(session: Session, claimId: string, form: UnsavedForm, source: Source): void {
  const evidence = findEvidence(session.review, claimId, source.id);
  if (evidence) {
    editExistingEvidence(session, evidence, null, form);
    return;
  }
  const values = toSourceValues(source);
  setForm(claimId, {
    ...form,
    initialValues: { ...form.initialValues, ...values },
    values: { ...form.values, ...values },
    picked: { from: 'article', sourceId: source.id },
  });
}

function setFilledForm(formId: string, form: UnsavedForm, filled: FillResult): void {
  clearErrors('form');
  if (filled.ok) setForm(formId, { ...form, values: filled.values });
  else showError(filled.message, 'form');
}
