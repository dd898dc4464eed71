import { clearErrors, showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { storeFiles } from '#renderer/window/state/files/vault.ts';
import { explainReadOnlyArticle } from '#renderer/window/state/library/library-access.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { isSameSource } from '#shared/domain/base/source-fields.ts';
import { findEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { readAddressFields } from '#shared/references/address-fields.ts';
import type { ReferenceFields } from '#shared/references/reference-fields.ts';
import type { EvidenceInput } from '../base/evidence-input.ts';
import {
  type FillResult,
  fillInFromFile,
  fillInQuote,
  fillInSource,
  getToday,
  readPastedRecords,
  showLeftOutRecords,
} from '../base/fill-in.ts';
import { emptyFormValues, toSourceValues } from '../base/source-form-values.ts';
import { createForm, findForm, setForm, type UnsavedForm } from '../base/unsaved-forms.ts';
import { addFormFiles } from '../base/use-source-form.ts';
import { editExistingEvidence } from '../evidence/existing-evidence.ts';

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
