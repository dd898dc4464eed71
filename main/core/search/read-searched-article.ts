import { StetError } from '../errors/stet-error';
import type { FilePlatform } from '../storage/files/durable-json-file';
import type { WriteAccess } from '../storage/lock/write-access';
import { articleFolder } from '../storage/paths';
import type { OpenReviews } from '../storage/review/open/open-reviews';
import { readArticle } from '../storage/review/read-article';
import { listSearchedTexts } from './list-searched-texts';
import type { SearchedArticle } from './searched-article';

const message = 'The search only reads.';

/** Nothing in the library’s folder is written, renamed or repaired for the search. */
const readingOnly: WriteAccess = {
  refusal: message,
  verify: async () => {
    throw new StetError('readOnly', message);
  },
};

interface ReadContext extends FilePlatform {
  libraryFolder: string;
  /** The open reviews; null while none was opened. */
  reviews: OpenReviews | null;
}

/**
 * Reads what is searched of an article: from memory when it is open, or else from its folder. Null when it is damaged: its review
 * may lack something, such as that a source became confidential. Rejects as `readArticle` does.
 */
export async function readSearchedArticle(
  articleId: string,
  { libraryFolder, reviews, ...platform }: ReadContext,
): Promise<SearchedArticle | null> {
  const open = await reviews?.readOpen(articleId, (store) =>
    store.isDamaged
      ? null
      : store.read((review, draft) => ({
          articleId,
          historyBytes: store.end.bytes,
          texts: listSearchedTexts(review, draft),
        })),
  );
  if (open) return open;
  const folder = articleFolder(libraryFolder, articleId);
  const content = await readArticle(folder, { ...platform, access: readingOnly }, 'end');
  const { review, draft, history, isDamaged, lostDrafts } = content;
  if (isDamaged || lostDrafts.length > 0) return null;
  return { articleId, historyBytes: history.end.bytes, texts: listSearchedTexts(review, draft) };
}
