import { useState } from 'react';
import type { Evidence } from '../../../../shared/domain/evidence';
import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import { findPossibleOrigins } from '../../../../shared/domain/sources/derivation';
import { findEvidence } from '../../../../shared/domain/sources/evidence-edits';
import { focusMainArea } from '../../../state/focus-main-area';
import { useEntity, useOutlineClaim, useSession } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { AttachmentList } from '../attachment-list';
import { addToClaim } from '../drop-and-paste/add-to-claim';
import { addToForm } from '../drop-and-paste/add-to-form';
import { AnnotationWords } from '../evidence/annotation-words';
import { editExistingEvidence } from '../evidence/existing-evidence';
import { saveEvidence } from '../evidence/save-evidence';
import { copyLibraryFiles } from './copy-library-files';
import { EvidenceFieldset } from './evidence-fieldset';
import { FilesFieldset } from './files-fieldset';
import { FormFrame } from './form-frame';
import { createProposedForm } from './proposed-form';
import { SourceFieldset } from './source-fieldset';
import { emptyFormValues, toEditableSourceValues, toEvidenceValues } from './source-form-values';
import styles from './source-form.module.css';
import { createForm, type PickedSource } from './unsaved-forms';
import { useSourceForm } from './use-source-form';

interface SourceFormProps {
  claimId: string;
  /** The evidence that is edited; null to attach a new source. */
  evidence: Evidence | null;
  /** The author's proposal that the form accepts when it is saved; null for other forms. */
  proposed: ProposedEvidence | null;
}

/**
 * Attaches a source to a claim, or edits evidence and its source. The form is beside the article, so that text can be copied
 * from there. The parts of this folder:
 *
 * - `source-form.tsx`, and `source-edit-form.tsx` for a source without a claim; `form-frame.tsx` is around both.
 * - `fields/`: what can be filled in.
 * - `values/`: what is filled in, parsed, and applied to a stored source.
 * - `use-source-form.ts`: the state of a form; `unsaved-forms.ts` keeps it while the reviewer is elsewhere.
 * - `add-form-files.ts`, `copy-library-files.ts`: files, which take a while to store.
 */
export function SourceForm({ claimId, evidence, proposed }: SourceFormProps) {
  const session = useSession();
  const { articleId, review } = session;
  const number = useOutlineClaim(claimId)?.number ?? '';
  const verdict = useEntity('claims', claimId)?.verdict ?? 'unchecked';
  const editedSource = evidence ? (review.sources.get(evidence.sourceId) ?? null) : null;
  const formId = evidence?.id ?? proposed?.id ?? claimId;
  const form = useSourceForm(formId, articleId, () =>
    proposed
      ? createProposedForm(review, articleId, proposed)
      : createForm(articleId, {
          ...emptyFormValues,
          ...(editedSource && toEditableSourceValues(editedSource)),
          ...(evidence && toEvidenceValues(evidence)),
        }),
  );
  const [isCopying, setIsCopying] = useState(false);
  const { picked } = form;
  const pickedSource = picked?.from === 'article' ? (review.sources.get(picked.sourceId) ?? null) : null;
  const existing = editedSource ?? pickedSource;

  const submit = async () => {
    const parsed = form.parse();
    if (!parsed) return;
    setIsCopying(true);
    const copiedFiles = await copyLibraryFiles(articleId, picked);
    setIsCopying(false);
    // Without the latest form, it was cancelled in the meantime.
    if (!copiedFiles || (picked?.from === 'library' && !form.getLatest())) return;
    if (!saveEvidence({ session, claimId, evidence, proposed, form, parsed, copiedFiles })) return;
    form.discard();
    closeForm();
  };

  /** Opens the existing evidence when the picked source is attached to the claim already; false otherwise. */
  const openExisting = (chosen: PickedSource) => {
    const existingEvidence = chosen.from === 'article' && findEvidence(review, claimId, chosen.sourceId);
    const filledIn = existingEvidence && form.getLatest();
    if (!filledIn || filledIn.pendingAdditions > 0) return false;
    editExistingEvidence(session, existingEvidence, proposed, filledIn);
    return true;
  };

  return (
    <FormFrame
      title={evidence ? `Evidence for claim ${number}` : `Source for claim ${number}`}
      form={form}
      saveLabel={evidence ? 'Save evidence' : proposed ? 'Accept evidence' : 'Attach source'}
      isBusy={isCopying}
      onSubmit={() => void submit()}
      onInput={(input) =>
        void (evidence || proposed ? addToForm(form, input, true) : addToClaim(claimId, input))
      }
      onClose={(isDiscarded) => {
        if (isDiscarded) form.discard();
        closeForm();
      }}
    >
      {proposed && <AnnotationWords annotation={proposed.annotation} />}
      {pickedSource && !evidence && (
        <p className={styles.picked}>
          This source is in the article already. What you change here changes for every claim that uses it.
        </p>
      )}
      {picked?.from === 'library' && (
        <p className={styles.picked}>
          From “{picked.librarySource.articleTitle}”. This is a copy: your changes do not affect the other
          article.
        </p>
      )}
      <SourceFieldset
        articleId={articleId}
        form={form}
        sources={evidence ? null : [...review.sources.values()]}
        origins={findPossibleOrigins(review, existing?.id ?? null)}
        onPicked={openExisting}
      />
      <EvidenceFieldset values={form.values} verdict={verdict} change={form.change} />
      <FilesFieldset
        form={form}
        existingFiles={existing && <AttachmentList sourceId={existing.id} isEditable={false} />}
      />
    </FormFrame>
  );
}

function closeForm(): void {
  useReviewView.setState({ card: { show: 'claim' } });
  focusMainArea();
}
