import { possibleOrigins } from '../../../shared/domain/derivation';
import type { Source } from '../../../shared/domain/source';
import { editSource } from '../../../shared/domain/source-edits';
import { usePreferences } from '../../state/preferences';
import { showSource } from '../../state/review-view';
import { factsFor } from '../../state/session';
import { useSession } from '../../state/session-context';
import { Files } from './files';
import { FilesFieldset } from './files-fieldset';
import { FormFrame } from './form-frame';
import { emptyDraft, sourceTyped } from './source-draft';
import { SourceFieldset } from './source-fieldset';
import { useForm } from './use-form';

/** Mends a source for all claims that rest on it. */
export function SourceEditForm({ source }: { source: Source }) {
  const { articleId, review, apply } = useSession();
  const form = useForm(source.id, articleId, () => ({
    draft: { ...emptyDraft, ...sourceTyped(source) },
    picked: null,
    files: [],
  }));
  const close = () => {
    form.drop();
    showSource(source.id);
  };
  const submit = () => {
    const parsed = form.parsed();
    if (!parsed) return;
    const facts = factsFor(usePreferences.getState().reviewer);
    if (apply(editSource(review, source, { fields: parsed.source, files: form.files }, facts))) close();
  };
  return (
    <FormFrame title="Edit source" form={form} save="Save source" onSubmit={submit} onCancel={close}>
      <SourceFieldset
        articleId={articleId}
        form={form}
        sources={null}
        origins={possibleOrigins(review, source.id)}
      />
      <FilesFieldset form={form} had={<Files sourceId={source.id} editable />} />
    </FormFrame>
  );
}
