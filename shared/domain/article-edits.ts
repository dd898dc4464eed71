import type { Article } from './article';
import { updateEdit } from './edits';
import type { Step } from './step';

export type ArticleFields = Pick<Article, 'title' | 'byline' | 'link' | 'publishedAt' | 'language'>;

/** Changes what is known of the piece itself; null when nothing differs. */
export function editArticle(article: Article, after: Partial<ArticleFields>): Step | null {
  const edit = updateEdit('article', article, after);
  return edit && { action: 'article.edit', edits: [edit] };
}
