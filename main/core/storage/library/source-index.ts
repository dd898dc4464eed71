import type { KnownSource } from '../../../../shared/contract/commands';
import { filesOf } from '../../../../shared/domain/sources/source-edits';
import { sourceRank } from '../../../../shared/domain/sources/source-search';
import type { Outside } from '../../platform';
import { serialQueue } from '../../serial-queue';
import type { OpenReviews } from '../review/open-reviews';
import { libraryPaths } from './article-folder';
import type { Library } from './library';
import type { LibraryRow } from './library-file';
import { readSourceIndex, type SourceIndexRow } from './source-index-file';

/** At most so many are offered; whoever wants another one types another word. */
const most = 20;

export interface SourceIndex {
  /**
   * The sources of the articles in the library but one, that answer a query; the best first, then by title. None when a newer
   * query came before its turn.
   */
  search(query: string, exceptArticleId: string): Promise<KnownSource[]>;
  /** Takes the sources of an article out of the list on the disk, for it is in the bin. Never rejects. */
  drop(articleId: string): Promise<void>;
  /** Ends the search that is under way, which finds nothing then; resolves when nothing is read or written any more. */
  close(): Promise<void>;
}

interface Effects extends Pick<Outside, 'folder' | 'now' | 'log'> {
  library: Library;
  reviews: OpenReviews;
}

/** The sources of all articles. Only what has changed since the last search is read again. */
export async function openSourceIndex({ folder, now, log, library, reviews }: Effects): Promise<SourceIndex> {
  const low = await readSourceIndex(libraryPaths(folder).sources, now);
  const inTurn = serialQueue();
  /** Articles that could not be read, by the size of their histories then: until that changes nothing is new. */
  const unreadable = new Map<string, number>();
  let asked = 0;
  let isClosed = false;

  const rowOf = async ({ entry, historyBytes }: LibraryRow): Promise<SourceIndexRow | null> => {
    try {
      const sources = await reviews.use(entry.id, (store) =>
        store.read((review) =>
          Array.from(review.sources.values(), (source) => ({
            source,
            files: filesOf(review, source.id).length,
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

  const refresh = async (kept: readonly LibraryRow[]): Promise<SourceIndexRow[]> => {
    const known = new Map(low.data.articles.map((row) => [row.articleId, row]));
    const rows: SourceIndexRow[] = [];
    for (const article of kept) {
      const { entry, historyBytes } = article;
      if (isClosed) return [];
      if (unreadable.get(entry.id) === historyBytes) continue;
      const before = known.get(entry.id);
      const row = before?.historyBytes === historyBytes ? before : await rowOf(article);
      if (row) rows.push(row);
    }
    const isNew = rows.length !== known.size || rows.some((row) => known.get(row.articleId) !== row);
    if (isNew) await write(rows);
    return rows;
  };

  return {
    search(query, exceptArticleId) {
      asked += 1;
      const own = asked;
      return inTurn(async () => {
        if (own !== asked || isClosed) return [];
        // What is open may be ahead of the list.
        await reviews.flush();
        const kept = library.rows().filter(({ entry }) => entry.binnedAt === null);
        const titles = new Map(kept.map(({ entry }) => [entry.id, entry.title]));
        return (await refresh(kept))
          .filter(({ articleId }) => articleId !== exceptArticleId)
          .flatMap(({ articleId, sources }) =>
            sources.map(({ source, files }) => ({
              rank: sourceRank(source, query),
              known: { articleId, articleTitle: titles.get(articleId) ?? '', source, files },
            })),
          )
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => b.rank - a.rank || a.known.source.title.localeCompare(b.known.source.title))
          .slice(0, most)
          .map(({ known }) => known);
      });
    },
    drop: (articleId) =>
      // In turn: a search that is under way would write them again.
      inTurn(async () => {
        const { articles } = low.data;
        const left = articles.filter((row) => row.articleId !== articleId);
        if (left.length < articles.length) await write(left);
      }),
    close() {
      isClosed = true;
      return inTurn(() => undefined);
    },
  };
}
