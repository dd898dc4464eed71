import type { Article } from './article';
import { updateEdit } from './history/edits';
import type { Step } from './history/step';

type ArticleFields = Pick<Article, 'title' | 'byline' | 'link' | 'publishedAt' | 'language'>;

/** Changes what is known of the piece itself; null when nothing differs. Of the article only what changes is needed. */
export function editArticle<F extends Partial<ArticleFields>>(
  article: Pick<Article, 'id' | (keyof F & keyof ArticleFields)>,
  after: F,
): Step | null {
  const edit = updateEdit('article', article, after);
  return edit && { action: 'article.edit', edits: [edit] };
}
