import { type FormEvent, useState } from 'react';
import { editArticle } from '../../../shared/domain/article-edits';
import { useDialogs } from '../../state/dialogs';
import { type ArticleFormErrors, parseArticleForm, toArticleForm } from '../../state/library/article-form';
import { useArticle, useSession } from '../../state/review/use-session';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { Field } from '../../ui/fields/field';
import { ArticleFieldset } from './article-fieldset';
import { parseDeadlineInput, toDeadlineInput } from './deadline';
import { KeptOriginal } from './kept-original';

/** The dialog with the details of the article and, for a draft from the web, the fetched page. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const article = useArticle();
  const { apply, readOnly } = useSession();
  const { part } = useDialogs();
  const [form, setForm] = useState(() => toArticleForm(article));
  const [deadline, setDeadline] = useState(() => toDeadlineInput(article.deadline));
  const [errors, setErrors] = useState<ArticleFormErrors>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseArticleForm(form, article.language);
    if (!parsed.ok) {
      setErrors(parsed.errors);
      return;
    }
    // The field has no seconds, so a deadline that was not touched stays as it is.
    const isKept = deadline === toDeadlineInput(article.deadline);
    const after = { ...parsed.fields, deadline: isKept ? article.deadline : parseDeadlineInput(deadline) };
    if (apply(editArticle(article, after))) onClose();
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
        firstFocus={part === 'deadline' ? null : part === 'link' || part === 'language' ? part : 'title'}
      />
      <Field
        label="Deadline of the check"
        type="datetime-local"
        value={deadline}
        onChange={setDeadline}
        isReadOnly={readOnly}
        autoFocus={part === 'deadline'}
      />
      <KeptOriginal />
    </Dialog>
  );
}
