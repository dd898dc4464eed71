import { mapLimited } from '#main/base/map-limited.ts';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import type { System } from '#main/base/system.ts';
import type { LibrarySource } from '#shared/contract/commands/library-commands.ts';
import { createSourceRanking, type FoldedSource, foldSource } from '#shared/domain/base/source-fields.ts';
import { takeBest } from '#shared/text/sequences/take-best.ts';
import {
  type ArticleSummary,
  readSummary,
  summarizeArticle,
  writeSummary,
} from '../article/article-summary.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import { articleFolder } from '../disk/paths.ts';
import type { Library } from '../library/library.ts';
import type { LibraryRow } from '../library/library-file.ts';
import type { OpenReviews } from './open-reviews.ts';

const maxResults = 20;
const maxReads = 16;

const collator = new Intl.Collator();

type IndexedSource = ArticleSummary['sources'][number] & { folded: FoldedSource };

interface IndexedArticle {
  historyBytes: number;
  /** Empty when the article could not be read. It is not read again until its history changes. */
  sources: IndexedSource[];
}

export interface SourceIndex {
  /**
   * Finds sources of the other articles in the library that match a query, the best first, then by title. Resolves to no
   * sources when a newer query came before its turn.
   */
  search(query: string, exceptArticleId: string): Promise<LibrarySource[]>;
  /** Cancels the search in progress, which then finds nothing. Resolves when nothing is read or written any more. */
  close(): Promise<void>;
}

interface SourceIndexContext extends FilePlatform, Pick<System, 'libraryFolder'> {
  library: Library;
  reviews: OpenReviews;
}

/**
 * Indexes the sources of all articles outside the bin, in memory. The first search reads the summaries in the articles' folders. Later
 * searches read only changed articles. An article without a summary is read as a whole.
 */
export function createSourceIndex(context: SourceIndexContext): SourceIndex {
  const { log, library, reviews, libraryFolder, access } = context;
  const inTurn = createSerialQueue();
  /** Reads articles one at a time, because each may need much memory. */
  const readInTurn = createSerialQueue();
  const indexed = new Map<string, IndexedArticle>();
  let lastQuery = 0;
  let isClosed = false;

  const makeSummary = async (articleId: string): Promise<ArticleSummary> => {
    const { summary, isDamaged } = await reviews.peek(articleId, 'end', (article) => ({
      summary: summarizeArticle(
        articleId,
        article.historyBytes,
        article.review,
        article.draft,
        article.changes.at(-1),
      ),
      isDamaged: article.isDamaged,
    }));
    // A summary of a damaged article would still count as complete after a repair.
    if (access.refusal === null && !isDamaged)
      await writeSummary(articleFolder(libraryFolder, articleId), summary, context).catch((error) =>
        log.error(`the summary of ${articleId} could not be written`, error),
      );
    return summary;
  };

  const readSources = async ({ entry: { id }, historyBytes }: LibraryRow): Promise<IndexedSource[]> => {
    const { sources } = (await readSummary(articleFolder(libraryFolder, id), historyBytes, context)) ??
      (await readInTurn(async () => (isClosed ? null : makeSummary(id)))) ?? { sources: [] };
    return sources.map((indexedSource) => ({ ...indexedSource, folded: foldSource(indexedSource.source) }));
  };

  const refresh = async (articles: readonly LibraryRow[]): Promise<void> => {
    const listed = new Set(articles.map(({ entry }) => entry.id));
    for (const articleId of indexed.keys()) if (!listed.has(articleId)) indexed.delete(articleId);
    const outdated = articles.filter(
      ({ entry, historyBytes }) => indexed.get(entry.id)?.historyBytes !== historyBytes,
    );
    await mapLimited(outdated, maxReads, async (row) => {
      const { entry, historyBytes } = row;
      if (isClosed) return;
      const sources = await readSources(row).catch((error): IndexedSource[] => {
        if (!isClosed) log.error(`the sources of ${entry.id} could not be read`, error);
        return [];
      });
      if (!isClosed) indexed.set(entry.id, { historyBytes, sources });
    });
  };

  function* rank(query: string, articles: readonly LibraryRow[], exceptArticleId: string) {
    const rankSource = createSourceRanking(query);
    for (const { entry } of articles) {
      if (entry.id === exceptArticleId) continue;
      for (const { source, files, folded } of indexed.get(entry.id)?.sources ?? []) {
        const rank = rankSource(folded);
        if (rank > 0)
          yield { rank, result: { articleId: entry.id, articleTitle: entry.title, source, files } };
      }
    }
  }

  return {
    search(query, exceptArticleId) {
      lastQuery += 1;
      const thisQuery = lastQuery;
      return inTurn(async () => {
        if (thisQuery !== lastQuery || isClosed) return [];
        await reviews.updateList();
        const articles = library.rows().filter(({ entry }) => entry.binnedAt === null);
        await refresh(articles);
        if (isClosed) return [];
        return takeBest(
          rank(query, articles, exceptArticleId),
          maxResults,
          (a, b) => b.rank - a.rank || collator.compare(a.result.source.title, b.result.source.title),
        ).map(({ result }) => result);
      });
    },
    close() {
      isClosed = true;
      return inTurn(() => undefined);
    },
  };
}
