import type { FilePlatform } from '../storage/files/durable-json-file';
import type { OpenReviews } from '../storage/review/open/open-reviews';
import { type PeekedArticle, peekArticle } from '../storage/review/open/peek-article';
import { listSearchedTexts } from './list-searched-texts';
import type { SearchedArticle } from './searched-article';

interface ReadContext extends FilePlatform {
  libraryFolder: string;
  /** The open reviews; null while none was opened. */
  reviews: OpenReviews | null;
}

/**
 * Reads what is searched of an article, and changes nothing in its folder. Null when it is damaged: its review may lack something,
 * such as that a source became confidential. Rejects as `readArticle` does.
 */
export async function readSearchedArticle(
  articleId: string,
  { reviews, ...context }: ReadContext,
): Promise<SearchedArticle | null> {
  const read = ({ review, draft, historyBytes, isDamaged }: PeekedArticle) =>
    isDamaged ? null : { articleId, historyBytes, texts: listSearchedTexts(review, draft) };
  return reviews
    ? reviews.peek(articleId, 'end', read)
    : peekArticle(articleId, 'end', read, { ...context, store: null });
}
