import { type FormEvent, useState } from 'react';
import { articleSchema } from '../../../shared/domain/article';
import { editArticle } from '../../../shared/domain/article-edits';
import { dateSchema, longestLine, typed, typedLine } from '../../../shared/domain/primitives';
import { parseUrl } from '../../../shared/domain/url';
import { dateProblem, urlProblem } from '../../state/field-problems';
import { useArticle, useSession } from '../../state/session-context';
import { Button } from '../../ui/button';
import { Dialog, DialogButtons } from '../../ui/dialog';
import { Field } from '../../ui/field';
import styles from './details-dialog.module.css';

const { language: languageSchema } = articleSchema.shape;

/** What is known of the piece itself. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const article = useArticle();
  const { apply, readOnly } = useSession();
  const [title, setTitle] = useState(article.title);
  const [byline, setByline] = useState(article.byline ?? '');
  const [link, setLink] = useState(article.link ?? '');
  const [publishedAt, setPublishedAt] = useState(article.publishedAt ?? '');
  const [language, setLanguage] = useState(article.language ?? '');
  const [tried, setTried] = useState(false);

  const name = typedLine(title);
  const url = typed(link) === null ? null : parseUrl(link);
  const date = typed(publishedAt);
  const tag = typed(language);
  const problems = {
    title: name === null ? 'An article needs a title.' : null,
    link: typed(link) !== null && url === null ? urlProblem : null,
    publishedAt: date !== null && !dateSchema.safeParse(date).success ? dateProblem : null,
    language: languageSchema.safeParse(tag).success ? null : 'A language is a tag like en, en-GB or de.',
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name === null || Object.values(problems).some((problem) => problem !== null)) return;
    const fields = { title: name, byline: typedLine(byline), link: url, publishedAt: date, language: tag };
    if (apply(editArticle(article, fields))) onClose();
  };
  const shown = (problem: string | null) => (tried ? problem : null);

  return (
    <Dialog title="Article details" onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label="Title"
          maxLength={longestLine}
          value={title}
          onChange={setTitle}
          problem={shown(problems.title)}
          isReadOnly={readOnly}
          autoFocus
        />
        <Field
          label="Byline"
          maxLength={longestLine}
          value={byline}
          onChange={setByline}
          isReadOnly={readOnly}
        />
        <Field
          label="Link"
          value={link}
          onChange={setLink}
          problem={shown(problems.link)}
          placeholder="https://"
          isReadOnly={readOnly}
        />
        <div className={styles.pair}>
          <Field
            label="Published"
            value={publishedAt}
            onChange={setPublishedAt}
            problem={shown(problems.publishedAt)}
            placeholder="2026-11-24"
            isReadOnly={readOnly}
          />
          <Field
            label="Language"
            value={language}
            onChange={setLanguage}
            problem={shown(problems.language)}
            placeholder="en-GB"
            isReadOnly={readOnly}
          />
        </div>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={readOnly}>
            Save details
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
