import { loadLibrary, useLibrary } from '../library/library';
import { getLastArticleId, saveLastArticleId } from './last-article';
import { useOpenReview } from './open-review';
import { showArticle } from './show-article';

/** Shows the article that was on the screen when the window closed, if it is still in the library. */
export async function reopenLastArticle(): Promise<void> {
  const articleId = getLastArticleId();
  if (articleId !== null) {
    // Forgotten until it is shown, so that an article that can't be shown does not hide the library at each start.
    saveLastArticleId(null);
    await loadLibrary();
    const { articles } = useLibrary.getState();
    if (articles?.some(({ id, binnedAt }) => id === articleId && binnedAt === null))
      await showArticle(articleId);
  }
  useOpenReview.setState({ isReopening: false });
}
