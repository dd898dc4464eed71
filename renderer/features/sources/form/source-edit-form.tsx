import type { Source } from '../../../../shared/domain/source';
import { listAttachments } from '../../../../shared/domain/sources/attachment-edits';
import { findPossibleOrigins } from '../../../../shared/domain/sources/derivation';
import { editSource } from '../../../../shared/domain/sources/source-edits';
import { currentEditContext } from '../../../state/review/edit-context';
import { useSession } from '../../../state/review/use-session';
import { showSource } from '../../../state/view/navigate';
import { AttachmentList, showDuplicateFiles } from '../attachment-list';
import { addToForm } from '../drop-and-paste/add-to-form';
import { FilesFieldset, FormFrame } from './form-frame';
import { SourceFieldset } from './source-fieldset';
import {
  applySourceFormChanges,
  emptyFormValues,
  getSourceFields,
  parseSourceForm,
  removeDeletedOrigin,
  toEditableSourceValues,
} from './source-form-values';
import { createForm } from './unsaved-forms';
import { useSourceForm } from './use-source-form';

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
