import { type FormEvent, useState } from 'react';
import { openDialog, useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { useFileStates } from '#renderer/window/state/files/file-states.ts';
import { openStoredFile, saveStoredFile } from '#renderer/window/state/files/vault.ts';
import {
  type ArticleFormErrors,
  listEditedFields,
  parseArticleForm,
  toArticleForm,
} from '#renderer/window/state/library/article-form.ts';
import { useArticle, useSession } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import { getKeptOriginal, type Origin } from '#shared/domain/base/draft.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatFileSize } from '#shared/text/format/numbers.ts';
import { ArticleFieldset } from './article-fieldset.tsx';
import { parseDeadlineInput, toDeadlineInput } from './deadline.ts';
import styles from './details-dialog.module.css';
import { discardDetails, findUnsavedDetails, keepDetails } from './unsaved-details.ts';

function describeArrival(origin: Origin): string {
  if (origin.kind !== 'web') return origin.name ?? '';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `Fetched ${formatDateTime(origin.fetchedAt, timeZone)}`;
}

/** For a draft from the web or from Word: where it is from, and the file or page as it is stored. */
function KeptOriginal() {
  const { articleId, review, draft } = useSession();
  const { id } = draft;
  const state = useFileStates((files) => (files.articleId === articleId ? files.states.get(id) : undefined));
  // A file may have been kept after the draft was written.
  const origin = review.drafts.get(id)?.origin ?? draft.origin;
  const kept = getKeptOriginal(origin);
  if (!kept || origin.name === null) return null;
  const { name } = origin;
  const noun = origin.kind === 'web' ? 'page' : 'Word file';
  return (
    <section
      className={`small-muted ${styles.original}`}
      aria-label={origin.kind === 'web' ? 'Fetched page' : 'Word file'}
    >
      <p>
        <InlineList parts={[describeArrival(origin), formatFileSize(kept.bytes), state]} />
      </p>
      {origin.kind === 'web' && (
        <p className={styles.address} dir="ltr">
          {origin.url}
        </p>
      )}
      <p className={styles.checksum}>SHA-256 {kept.sha256}</p>
      <div className="button-row">
        <Button kind="quiet" onPress={() => void openStoredFile(articleId, { id, name })}>
          {`Open the stored ${noun}`}
        </Button>
        <Button kind="quiet" onPress={() => void saveStoredFile(articleId, { id, name })}>
          Save a copy…
        </Button>
      </div>
    </section>
  );
}

export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const article = useArticle();
  const { apply, readOnly } = useSession();
  const { part } = useDialogs();
  const [kept] = useState(() => findUnsavedDetails(article.id));
  const [form, setForm] = useState(() => ({ ...toArticleForm(article), ...kept?.fields }));
  const [deadline, setDeadline] = useState(() => kept?.deadline ?? toDeadlineInput(article.deadline));
  const [errors, setErrors] = useState<ArticleFormErrors>({});

  /** Keeps the typed values for the next time, as the form of a source does. */
  const leave = () => {
    const fields = listEditedFields(form, toArticleForm(article));
    const isSame = deadline === toDeadlineInput(article.deadline);
    const isKept = !readOnly && keepDetails(article.id, { fields, deadline: isSame ? null : deadline });
    onClose();
    if (isKept)
      showNotice('The details are not saved yet. What you typed is kept in “Article details”.', {
        label: 'Article details',
        run: () => openDialog('details'),
      });
  };

  const cancel = () => {
    discardDetails(article.id);
    onClose();
  };

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
    if (apply(editArticle(article, after))) cancel();
  };

  return (
    <Dialog
      title="Article details"
      onClose={leave}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Save details" onCancel={cancel} isDisabled={readOnly} />}
    >
      {kept && <p>These are not saved yet: you typed them before.</p>}
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
