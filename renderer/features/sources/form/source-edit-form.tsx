import type { Source } from '../../../../shared/domain/source';
import { possibleOrigins } from '../../../../shared/domain/sources/derivation';
import { editSource, filesOf } from '../../../../shared/domain/sources/source-edits';
import { factsNow } from '../../../state/review/facts';
import { showSource } from '../../../state/review/review-view';
import { useSession } from '../../../state/review/session-context';
import { Files } from '../files/files';
import { saySame } from '../files/say-same';
import { giveToForm } from '../give/give-to-form';
import { FilesFieldset } from './files-fieldset';
import { FormFrame } from './form-frame';
import { emptyDraft, fieldsOf, mendedTyped, overSource, parseDraft, withOrigin } from './source-draft';
import { SourceFieldset } from './source-fieldset';
import { useForm } from './use-form';

/** Mends a source for all claims that rest on it. */
export function SourceEditForm({ source }: { source: Source }) {
  const { articleId, review, apply } = useSession();
  const form = useForm(source.id, articleId, () => ({
    ...emptyDraft,
    ...mendedTyped(source),
  }));
  const leave = (drop: boolean) => {
    if (drop) form.drop();
    showSource(source.id);
  };
  const submit = () => {
    const parsed = form.parsed();
    if (!parsed) return;
    const base = parseDraft(form.base);
    const fields = overSource(fieldsOf(source), base.ok ? base.source : null, parsed.source);
    const filledIn = { fields: withOrigin(review, fields), files: form.files };
    const facts = factsNow();
    const had = filesOf(review, source.id);
    if (!apply(editSource(review, source, filledIn, facts))) return;
    saySame(form.files, had);
    leave(true);
  };
  return (
    <FormFrame
      title="Edit source"
      form={form}
      save="Save source"
      onSubmit={submit}
      onGiven={(given) => void giveToForm(form, given, false)}
      onLeave={leave}
    >
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
