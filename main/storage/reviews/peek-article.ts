import type { Draft } from '#shared/domain/base/draft.ts';
import type { Change } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { readArticle } from '../article/read-article.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import { articleFolder } from '../disk/paths.ts';
import { readingOnly } from '../disk/write-access.ts';
import { UnverifiedHistoryError } from '../history/long-history.ts';
import type { ReviewStore } from './review-store.ts';

/** An article as work in the background reads it. */
export interface PeekedArticle {
  review: Review;
  /** The newest draft that can be read. */
  draft: Draft;
  /** Oldest first. With `part: 'end'` at least the last one. */
  changes: readonly Change[];
  /** Size of the history in bytes. */
  historyBytes: number;
  /** Whether something of the article can't be read, so that claims, sources or the newest text may be missing. */
  isDamaged: boolean;
}

export type Peek<T> = (article: PeekedArticle) => T;

interface PeekContext extends FilePlatform {
  libraryFolder: string;
  /** The store of the article, if it is open. */
  store: ReviewStore | null;
}

/**
 * Reads an article for work in the background, such as the search of the library: from memory when it is open, or else from its
 * folder, in which nothing is changed. Only the opening of an article repairs it. Rejects as `readArticle` does.
 */
export async function peekArticle<T>(
  articleId: string,
  part: 'whole' | 'end',
  peek: Peek<T>,
  { libraryFolder, store, ...platform }: PeekContext,
): Promise<T> {
  if (store) {
    try {
      return await peekStore(store, part, peek);
    } catch (error) {
      // The window has it opened anew. The folder holds all that can be read.
      if (!(error instanceof UnverifiedHistoryError)) throw error;
    }
  }
  const folder = articleFolder(libraryFolder, articleId);
  const content = await readArticle(
    folder,
    { ...platform, access: readingOnly('Work in the background only reads.') },
    part,
  );
  const { review, draft, changes, history, isDamaged, lostDrafts } = content;
  return peek({
    review,
    draft,
    changes,
    historyBytes: history.end.bytes,
    isDamaged: isDamaged || lostDrafts.length > 0,
  });
}

function peekStore<T>(store: ReviewStore, part: 'whole' | 'end', peek: Peek<T>): Promise<T> {
  const { isDamaged, lostDrafts } = store.problems;
  const look = (review: Review, draft: Draft, changes: readonly Change[]) =>
    peek({
      review,
      draft,
      changes,
      historyBytes: store.end.bytes,
      isDamaged: isDamaged || lostDrafts.length > 0,
    });
  return part === 'whole'
    ? store.readWithChanges((review, changes, draft) => look(review, draft, changes))
    : store.read((review, draft, last) => look(review, draft, last ? [last] : []));
}
