import type { FoundArticle, FoundPlace } from '#shared/contract/commands/library-commands.ts';
import { cutSnippet } from '#shared/text/snippet.ts';
import { ArticleIndex, type FoundWord, type RankedArticle } from './article-index.ts';
import { readStoredArticle, type SearchedArticle } from './stored-articles.ts';

/** Most places that are shown of an article, and of the same text. */
const maxPlaces = 5;
const maxPlacesOfText = 3;
/** Most words that are looked at in one text. */
const maxWordsOfText = 200;
/** Words at most this far apart are one place, in UTF-16 code units. */
const placeLength = 90;

interface Candidate {
  words: FoundWord[];
  /** How many different words of the query are in it. */
  score: number;
}

/** Groups the found words of a text, in order, into places of words that are close together. */
function groupWords(found: readonly FoundWord[], asked: ReadonlyMap<string, string>): Candidate[] {
  const places: FoundWord[][] = [];
  for (const word of found) {
    const place = places.at(-1);
    if (place?.[0] && word.span.end - place[0].span.start <= placeLength) place.push(word);
    else places.push([word]);
  }
  return places.map((words) => ({ words, score: new Set(words.map(({ word }) => asked.get(word))).size }));
}

/** The places of an article where the words of a query are, those with most of the words first, and how many more there are. */
export function findPlaces({ article, words, findWords }: RankedArticle): {
  places: FoundPlace[];
  moreCount: number;
} {
  const all: { place: FoundPlace; score: number }[] = [];
  let count = 0;
  for (const { kind, refId, text } of article.texts) {
    const candidates = groupWords(findWords(text, maxWordsOfText), words).sort((a, b) => b.score - a.score);
    count += candidates.length;
    for (const candidate of candidates.slice(0, maxPlacesOfText)) {
      const spans = candidate.words.map(({ span }) => span);
      const first = spans[0];
      const last = spans.at(-1);
      const span = kind === 'text' && first && last ? { start: first.start, end: last.end } : null;
      all.push({ place: { kind, refId, span, snippet: cutSnippet(text, spans) }, score: candidate.score });
    }
  }
  const places = all
    .sort((a, b) => b.score - a.score)
    .slice(0, maxPlaces)
    .map(({ place }) => place);
  return { places, moreCount: count - places.length };
}

const maxArticles = 20;
/** How long files are read before a query has its turn, in milliseconds. */
const loadingTurnMs = 8;

/** The answer to a query from the index, without the titles, which main knows. */
export interface EngineAnswer {
  articles: Omit<FoundArticle, 'title'>[];
  articleCount: number;
  isApproximate: boolean;
  indexedCount: number;
  /** The ids of articles for which there was no room. */
  leftOutIds: string[];
}

/** The functions of the search's own worker. */
export interface SearchWork {
  /** Reads these files of the stored index. Resolves to the names of those that can't be read; queries are answered meanwhile. */
  load: (folder: string, names: readonly string[]) => Promise<string[]>;
  put: (article: SearchedArticle) => void;
  remove: (articleId: string) => void;
  query: (query: string) => EngineAnswer;
  /** The memory of the worker, in bytes. */
  measure: () => { heapBytes: number; processBytes: number };
}

/** Creates an empty index. It runs in a worker of its own (`main/worker/search-worker.ts`). */
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

/** The worker of the search, which holds the index in memory until it is ended. Its calls reject when it has ended. */
export type SearchWorker = {
  [N in keyof SearchWork]: (...args: Parameters<SearchWork[N]>) => Promise<SearchResult<N>>;
} & { end(): void };

export type SearchResult<N extends keyof SearchWork> = Awaited<ReturnType<SearchWork[N]>>;

/** A call as it is sent to the worker. Calls are answered by their number, because one that takes long does not hold up the others. */
export type SearchJob = {
  [N in keyof SearchWork]: { number: number; work: N; args: Parameters<SearchWork[N]> };
}[keyof SearchWork];

export type SearchMessage = { number: number } & ({ result: unknown } | { error: unknown });

export async function runSearchJob(engine: SearchWork, job: SearchJob) {
  switch (job.work) {
    case 'load':
      return engine.load(...job.args);
    case 'put':
      return engine.put(...job.args);
    case 'remove':
      return engine.remove(...job.args);
    case 'query':
      return engine.query(...job.args);
    case 'measure':
      return engine.measure();
  }
}
