import type { LibrarySource } from '../../../../shared/contract/commands/library-commands';
import { listAttachments } from '../../../../shared/domain/sources/attachment-edits';
import { rankSource } from '../../../../shared/domain/sources/source-search';
import type { Platform } from '../../platform';
import { createSerialQueue } from '../../serial-queue';
import type { FilePlatform } from '../files/durable-json-file';
import { libraryPaths } from '../paths';
import type { OpenReviews } from '../review/open-reviews';
import type { Library } from './library';
import type { LibraryRow } from './library-file';
import { readSourceIndex, type SourceIndexRow } from './source-index-file';

const maxResults = 20;

export interface SourceIndex {
  /**
   * Finds sources of the other articles in the library that match a query, the best first, then by title. Resolves to no
   * sources when a newer query came before its turn.
   */
  search(query: string, exceptArticleId: string): Promise<LibrarySource[]>;
  /** Removes the sources of an article in the bin from the file. Never rejects. */
  removeArticle(articleId: string): Promise<void>;
  /** Cancels the search in progress, which then finds nothing. Resolves when nothing is read or written any more. */
  close(): Promise<void>;
}

interface SourceIndexContext extends FilePlatform, Pick<Platform, 'libraryFolder'> {
  library: Library;
  reviews: OpenReviews;
}

/** Opens the index of the sources of all articles. A search reads only articles that changed since the last one. */
export async function openSourceIndex(context: SourceIndexContext): Promise<SourceIndex> {
  const { log, library, reviews } = context;
  const low = await readSourceIndex(libraryPaths(context.libraryFolder).sources, context);
  const inTurn = createSerialQueue();
  /** Articles that could not be read, with the size of their histories. They are not read again until the size changes. */
  const unreadable = new Map<string, number>();
  let lastQuery = 0;
  let isClosed = false;

  const readRow = async ({ entry, historyBytes }: LibraryRow): Promise<SourceIndexRow | null> => {
    try {
      const sources = await reviews.use(entry.id, (store) =>
        store.read((review) =>
          Array.from(review.sources.values(), (source) => ({
            source,
            files: listAttachments(review, source.id).length,
          })),
        ),
      );
      return { articleId: entry.id, historyBytes, sources };
    } catch (error) {
      log.error(`the sources of ${entry.id} could not be read`, error);
      unreadable.set(entry.id, historyBytes);
      return null;
    }
  };

  const write = async (articles: SourceIndexRow[]) => {
    low.data = { articles };
    await low.write().catch((error) => log.error('the list of sources could not be written', error));
  };

  const refresh = async (articles: readonly LibraryRow[]): Promise<SourceIndexRow[]> => {
    const known = new Map(low.data.articles.map((row) => [row.articleId, row]));
    const rows: SourceIndexRow[] = [];
    for (const article of articles) {
      const { entry, historyBytes } = article;
      if (isClosed) return [];
      if (unreadable.get(entry.id) === historyBytes) continue;
      const before = known.get(entry.id);
      const row = before?.historyBytes === historyBytes ? before : await readRow(article);
      if (row) rows.push(row);
    }
    const hasChanged = rows.length !== known.size || rows.some((row) => known.get(row.articleId) !== row);
    if (hasChanged) await write(rows);
    return rows;
  };

  return {
    search(query, exceptArticleId) {
      lastQuery += 1;
      const thisQuery = lastQuery;
      return inTurn(async () => {
        if (thisQuery !== lastQuery || isClosed) return [];
        // Open reviews may be ahead of the list.
        await reviews.saveAll();
        const articles = library.rows().filter(({ entry }) => entry.binnedAt === null);
        const titles = new Map(articles.map(({ entry }) => [entry.id, entry.title]));
        return (await refresh(articles))
          .filter(({ articleId }) => articleId !== exceptArticleId)
          .flatMap(({ articleId, sources }) =>
            sources.map(({ source, files }) => ({
              rank: rankSource(source, query),
              result: { articleId, articleTitle: titles.get(articleId) ?? '', source, files },
            })),
          )
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => b.rank - a.rank || a.result.source.title.localeCompare(b.result.source.title))
          .slice(0, maxResults)
          .map(({ result }) => result);
      });
    },
    removeArticle: (articleId) =>
      // In turn, because a search in progress would write them again.
      inTurn(async () => {
        const { articles } = low.data;
        const remaining = articles.filter((row) => row.articleId !== articleId);
        if (remaining.length < articles.length) await write(remaining);
      }),
    close() {
      isClosed = true;
      return inTurn(() => undefined);
    },
  };
}
