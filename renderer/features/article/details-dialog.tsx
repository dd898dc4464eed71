import { type FormEvent, useState } from 'react';
import { editArticle } from '../../../shared/domain/article-edits';
import { useDialogs } from '../../state/dialogs';
import { type ArticleFormErrors, parseArticleForm, toArticleForm } from '../../state/library/article-form';
import { useArticle, useSession } from '../../state/review/use-session';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { ArticleFieldset } from './article-fieldset';
import { KeptOriginal } from './kept-original';

/** The dialog with the details of the article and, for a draft from the web, the fetched page. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const article = useArticle();
  const { apply, readOnly } = useSession();
  const { part } = useDialogs();
  const [form, setForm] = useState(() => toArticleForm(article));
  const [errors, setErrors] = useState<ArticleFormErrors>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseArticleForm(form);
    if (!parsed.ok) setErrors(parsed.errors);
    else if (apply(editArticle(article, parsed.fields))) onClose();
  };

  return (
    <Dialog
      title="Article details"
      onClose={onClose}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Save details" onCancel={onClose} isDisabled={readOnly} />}
    >
      <ArticleFieldset
        form={form}
        onChange={(changed) => {
          setForm({ ...form, ...changed });
          setErrors({});
        }}
        errors={errors}
        isReadOnly={readOnly}
        firstFocus={part === 'link' ? 'link' : 'title'}
      />
      <KeptOriginal />
    </Dialog>
  );
}
