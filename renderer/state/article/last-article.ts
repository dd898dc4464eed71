import { type Guard, isNullOr, isObject, isText } from '../../../shared/text/guards';
import { createPersistedStore } from '../persisted-store';

interface LastArticle {
  articleId: string | null;
}

const isStored: Guard<LastArticle> = isObject({ articleId: isNullOr(isText) });

const useLastArticle = createPersistedStore<LastArticle, LastArticle>({
  name: 'last-article',
  initial: { articleId: null },
  isStored,
  toStored: ({ articleId }) => ({ articleId }),
});

/** The article that was on the screen when the window closed; null for the library. */
export function getLastArticleId(): string | null {
  return useLastArticle.getState().articleId;
}

export function saveLastArticleId(articleId: string | null): void {
  useLastArticle.setState({ articleId });
}
