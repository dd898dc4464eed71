import type { FoundArticle } from '../../../shared/contract/commands/library-commands';
import { ArticleIndex } from './article-index';
import { findPlaces } from './find-places';
import type { SearchedArticle } from './searched-article';
import { readStoredArticle } from './stored-articles';

/** Most articles that are listed. */
const maxArticles = 20;
/** How long files are read before a query has its turn, in milliseconds. */
const loadingTurnMs = 8;

/** The answer to a query from the index, without the titles, which main knows. */
export interface EngineAnswer {
  articles: Omit<FoundArticle, 'title'>[];
  articleCount: number;
  isApproximate: boolean;
  /** The number of articles in the index. */
  indexedCount: number;
  /** The ids of articles for which there was no room. */
  leftOutIds: string[];
}

/** The functions of the search's own thread. */
export interface SearchWork {
  /** Reads these files of the stored index. Resolves to the names of those that can't be read; queries are answered meanwhile. */
  load: (folder: string, names: readonly string[]) => Promise<string[]>;
  /** Adds an article or replaces it. */
  put: (article: SearchedArticle) => void;
  remove: (articleId: string) => void;
  query: (query: string) => EngineAnswer;
  /** The memory of the thread, in bytes. */
  measure: () => { heapBytes: number; processBytes: number };
}

/** Creates an empty index. It runs in a thread of its own (`main/thread/search-worker.ts`). */
export function createSearchEngine(): SearchWork {
  const index = new ArticleIndex();
  const leftOut = new Set<string>();
  /** Articles that were put or removed while files are being read; null when none are. */
  let newer: Set<string> | null = null;
  const put = (article: SearchedArticle) => {
    if (index.put(article)) leftOut.delete(article.articleId);
    else leftOut.add(article.articleId);
  };
  return {
    async load(folder, names) {
      const unreadable: string[] = [];
      const putMeanwhile = new Set<string>();
      newer = putMeanwhile;
      let begun = performance.now();
      for (const name of names) {
        const article = readStoredArticle(folder, name);
        if (!article) unreadable.push(name);
        else if (!putMeanwhile.has(article.articleId)) put(article);
        if (performance.now() - begun < loadingTurnMs) continue;
        await new Promise((resolve) => setImmediate(resolve));
        begun = performance.now();
      }
      newer = null;
      index.prepare();
      return unreadable;
    },
    put(article) {
      newer?.add(article.articleId);
      put(article);
    },
    remove(articleId) {
      newer?.add(articleId);
      leftOut.delete(articleId);
      index.remove(articleId);
    },
    query(query) {
      const { articles, ...ranking } = index.rank(query, maxArticles);
      return {
        ...ranking,
        articles: articles.map((ranked) => ({ articleId: ranked.article.articleId, ...findPlaces(ranked) })),
        indexedCount: index.size,
        leftOutIds: [...leftOut],
      };
    },
    measure() {
      const { heapUsed, rss } = process.memoryUsage();
      return { heapBytes: heapUsed, processBytes: rss };
    },
  };
}
