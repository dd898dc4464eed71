import { maxLineLength } from '../../../shared/domain/primitives';
import type { ArticleForm, ArticleFormErrors } from '../../state/library/article-form';
import { Field } from '../../ui/fields/field';
import styles from './article-fieldset.module.css';
import { LanguageField } from './language-field';

interface ArticleFieldsetProps {
  form: ArticleForm;
  onChange: (changed: Partial<ArticleForm>) => void;
  errors: ArticleFormErrors;
  isReadOnly?: boolean;
  /** The field that has the focus at first; null for another one of the dialog. */
  firstFocus?: 'title' | 'link' | 'language' | null;
}

/** The fields of the article itself: title, byline, link, date, language. */
export function ArticleFieldset(props: ArticleFieldsetProps) {
  const { form, onChange, errors, isReadOnly = false, firstFocus = 'title' } = props;
  const field = (name: keyof ArticleForm) => ({
    value: form[name],
    onChange: (value: string) => onChange({ [name]: value }),
    error: errors[name] ?? null,
    isReadOnly,
  });
  return (
    <div className={styles.fields}>
      <Field label="Title" maxLength={maxLineLength} {...field('title')} autoFocus={firstFocus === 'title'} />
      <Field label="Byline" maxLength={maxLineLength} {...field('byline')} />
      <Field label="Link" {...field('link')} autoFocus={firstFocus === 'link'} />
      <div className={styles.pair}>
        <Field label="Published" {...field('publishedAt')} placeholder="e.g. 2026-11-24" />
        <LanguageField {...field('language')} autoFocus={firstFocus === 'language'} />
      </div>
    </div>
  );
}
