import { longestLine } from '../../../shared/domain/primitives';
import type { ArticleDraft, ArticleProblems } from '../../state/library/article-draft';
import { Field } from '../../ui/fields/field';
import styles from './article-fieldset.module.css';

export interface ArticleFieldsetProps {
  draft: ArticleDraft;
  change: (part: Partial<ArticleDraft>) => void;
  problems: ArticleProblems;
  isReadOnly?: boolean;
}

/** What is known of the piece itself, to be filled in or mended. */
export function ArticleFieldset({ draft, change, problems, isReadOnly = false }: ArticleFieldsetProps) {
  const field = (name: keyof ArticleDraft) => ({
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    problem: problems[name] ?? null,
    isReadOnly,
  });
  return (
    <div className={styles.fields}>
      <Field label="Title" maxLength={longestLine} {...field('title')} autoFocus />
      <Field label="Byline" maxLength={longestLine} {...field('byline')} />
      <Field label="Link" {...field('link')} />
      <div className={styles.pair}>
        <Field label="Published" {...field('publishedAt')} placeholder="e.g. 2026-11-24" />
        <Field label="Language" {...field('language')} placeholder="e.g. en-GB" />
      </div>
    </div>
  );
}
