import { useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { runMainTask } from '#renderer/window/state/base/tasks.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import { useEntity, useOutlineClaim, useSession } from '#renderer/window/state/review/use-session.ts';
import { showSource } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import {
  type Evidence,
  type ProposedEvidence,
  stanceLabels,
  stances,
  stancesByVerdict,
} from '#shared/domain/base/evidence.ts';
import { maxLineLength, maxProseLength } from '#shared/domain/base/primitives.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { hasFallbackTitle } from '#shared/domain/base/source-fields.ts';
import { statusLooks, type Verdict } from '#shared/domain/base/verdict.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { findPossibleOrigins } from '#shared/domain/sources/derivation.ts';
import { findEvidence, listAttachments } from '#shared/domain/sources/evidence-edits.ts';
import { findNamedSource, toSourceFields } from '#shared/domain/sources/proposed-evidence-edits.ts';
import { editSource } from '#shared/domain/sources/source-edits.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { addToForm } from '../base/add-to-form.ts';
import { AttachmentList, showDuplicateFiles } from '../base/attachment-list.tsx';
import {
  applySourceFormChanges,
  emptyFormValues,
  getSourceFields,
  parseSourceForm,
  removeDeletedOrigin,
  type SourceFormValues,
  toEditableSourceValues,
  toEvidenceValues,
  toKnownValues,
} from '../base/source-form-values.ts';
import { createForm, type PickedSource, type UnsavedForm } from '../base/unsaved-forms.ts';
import { useSourceForm } from '../base/use-source-form.ts';
import { stanceTones } from '../evidence/evidence-item.tsx';
import { editExistingEvidence } from '../evidence/existing-evidence.ts';
import { AnnotationWords } from '../evidence/proposed-list.tsx';
import { saveEvidence } from '../evidence/save-evidence.ts';
import { addToClaim } from './add-to-claim.ts';
import { FilesFieldset, FormFrame } from './form-frame.tsx';
import { SourceFieldset } from './source-fieldset.tsx';
import styles from './source-form.module.css';

/** Edits a source for all claims that use it. */
export function SourceEditForm({ source }: { source: Source }) {
  const { articleId, review, apply } = useSession();
  const form = useSourceForm(source.id, articleId, () =>
    createForm(articleId, { ...emptyFormValues, ...toEditableSourceValues(source) }),
  );
  const close = (isDiscarded: boolean) => {
    if (isDiscarded) form.discard();
    showSource(source.id);
  };
  const submit = () => {
    const parsed = form.parse();
    if (!parsed) return;
    const initial = parseSourceForm(form.initialValues);
    const fields = applySourceFormChanges(
      getSourceFields(source),
      initial.ok ? initial.source : null,
      parsed.source,
    );
    const input = { fields: removeDeletedOrigin(review, fields), files: form.files };
    const context = currentEditContext();
    const filesBefore = listAttachments(review, source.id);
    if (!apply(editSource(review, source, input, context))) return;
    showDuplicateFiles(form.files, filesBefore);
    close(true);
  };
  return (
    <FormFrame
      title="Edit source"
      form={form}
      saveLabel="Save source"
      onSubmit={submit}
      onInput={(input) => void addToForm(form, input, false)}
      onClose={close}
    >
      <SourceFieldset
        articleId={articleId}
        form={form}
        sources={null}
        origins={findPossibleOrigins(review, source.id)}
      />
      <FilesFieldset form={form} existingFiles={<AttachmentList sourceId={source.id} isEditable />} />
    </FormFrame>
  );
}

interface EvidenceFieldsetProps {
  values: SourceFormValues;
  /** The verdict of the claim, which a stance follows until somebody chooses one. */
  verdict: Verdict;
  change: (changed: Partial<SourceFormValues>) => void;
}

const stanceOptions = stances.map((stance) => ({
  value: stance,
  label: stanceLabels[stance],
  tone: stanceTones[stance],
}));

function EvidenceFieldset({ values, verdict, change }: EvidenceFieldsetProps) {
  const isPreselected = values.stance === null;
  return (
    <>
      <SegmentedChoice
        label="What it says about the claim"
        options={stanceOptions}
        value={values.stance ?? stancesByVerdict[verdict]}
        isPreselected={isPreselected}
        hint={
          isPreselected
            ? `Follows the verdict (${statusLooks[verdict].inSentence}) until you choose one.`
            : undefined
        }
        onChange={(stance) => change({ stance })}
      />
      <Field
        label="Place in the source"
        maxLength={maxLineLength}
        value={values.locator}
        onChange={(locator) => change({ locator })}
        placeholder="e.g. p. 14, table 3, 12:40"
      />
      <Field
        label="Quote"
        maxLength={maxProseLength}
        lines={2}
        value={values.quote}
        onChange={(quote) => change({ quote })}
      />
      <Field
        label="Note on this evidence"
        maxLength={maxProseLength}
        lines={1}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

/**
 * Copies the files of a source that was picked from another article into this article's vault. Returns the copies, or null when
 * copying failed, which was shown, or was cancelled.
 */
async function copyLibraryFiles(
  articleId: string,
  picked: PickedSource | null,
): Promise<StoredFile[] | null> {
  if (picked?.from !== 'library' || picked.librarySource.files === 0) return [];
  const from = { articleId: picked.librarySource.articleId, sourceId: picked.librarySource.source.id };
  const label = `Copying ${formatCount(picked.librarySource.files, 'file')}`;
  const adopted = await runMainTask('attaching', label, (taskId) =>
    client.call('vault.adopt', { taskId, articleId, from }),
  );
  if (!adopted) return null;
  const { files, missing } = adopted;
  if (missing.length > 0)
    showError(
      `These files of the source are missing or altered, so they were not copied: ${missing.join(', ')}.`,
      'attaching',
    );
  return files;
}

/**
 * The form that accepts proposed evidence: with what was read of the annotation, or with the source of the article that
 * it names. Its stance follows the verdict of the claim until somebody chooses one.
 */
function createProposedForm(review: Review, articleId: string, proposed: ProposedEvidence): UnsavedForm {
  const fields = toSourceFields(proposed);
  const known = fields ? findNamedSource(review, fields) : undefined;
  const values = {
    ...emptyFormValues,
    ...(known ? toEditableSourceValues(known) : fields && toKnownValues(fields)),
    // A typed title takes precedence over one made from the address.
    ...(!known && fields && hasFallbackTitle(fields) && { title: '' }),
    locator: proposed.locator ?? '',
    quote: proposed.quote ?? '',
  };
  const form = createForm(articleId, values);
  return known ? { ...form, picked: { from: 'article', sourceId: known.id } } : form;
}

interface SourceFormProps {
  claimId: string;
  /** The evidence that is edited; null to attach a new source. */
  evidence: Evidence | null;
  /** The author's proposal that the form accepts when it is saved; null for other forms. */
  proposed: ProposedEvidence | null;
}

/**
 * Attaches a source to a claim, or edits evidence and its source. The form is beside the article, so that text can be copied from
 * there.
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
