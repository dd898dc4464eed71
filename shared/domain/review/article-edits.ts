import type { Article } from '../base/article.ts';
import { makeUpdateEdit, type Step } from './step.ts';

type ArticleFields = Pick<Article, 'title' | 'byline' | 'link' | 'publishedAt' | 'language' | 'deadline'>;

/** Changes fields of the article; null when nothing differs. Only the id and the changed fields of the article are read. */
export function editArticle<F extends Partial<ArticleFields>>(
  article: Pick<Article, 'id' | (keyof F & keyof ArticleFields)>,
  after: F,
): Step | null {
  const edit = makeUpdateEdit('article', article, after);
  return edit && { action: 'article.edit', edits: [edit] };
}
