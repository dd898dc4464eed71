import { loadLibrary, useLibrary } from '../library/library';
import { keepLastArticle, lastArticle } from './last-article';
import { showArticle, useOpenReview } from './open-review';

/** Shows the article again that was on the screen when the window was left, if it is still in the library. */
export async function reopenLastArticle(): Promise<void> {
  const articleId = lastArticle();
  if (articleId !== null) {
    // Until it is shown: one that can't be shown must not keep the library away at each start.
    keepLastArticle(null);
    await loadLibrary();
    const { articles } = useLibrary.getState();
    if (articles?.some(({ id, binnedAt }) => id === articleId && binnedAt === null))
      await showArticle(articleId);
  }
  useOpenReview.setState({ isReopening: false });
}
