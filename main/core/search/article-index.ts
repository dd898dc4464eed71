import MiniSearch from 'minisearch';
import { createRow, fields, listDistinctWords, type Row, splitWords } from './index-row';
import { createWordFinder, type FindWords, listSearchWords } from './search-words';
import type { SearchedArticle } from './searched-article';
import { WordCounts } from './word-counts';

/**
 * Longest text that is indexed of all articles together, in UTF-16 code units: about four million words. The index then takes some
 * 150 MB, and what is over 200 MB would be too much for a search.
 */
export const maxIndexedLength = 24_000_000;

/** Most words of a query that are searched for. */
const maxWords = 8;
/** From these lengths on a similar word may differ in one letter, or in two. */
const minFuzzyLengths = [4, 7] as const;
const measureLength = ({ texts }: SearchedArticle) =>
  texts.reduce((length, { text }) => length + text.length, 0);

/** An article that was found, and which of its words the query asked for. */
export interface RankedArticle {
  article: SearchedArticle;
  /** Words of the article, each with the word of the query for which it was found. */
  words: ReadonlyMap<string, string>;
  findWords: FindWords;
}

export interface Ranking {
  articles: RankedArticle[];
  articleCount: number;
  isApproximate: boolean;
}

/** The index of all articles in memory, by minisearch, with the texts that results are shown from. */
export class ArticleIndex {
  readonly #articles = new Map<string, SearchedArticle>();
  readonly #wordCounts = new WordCounts();
  readonly #search = new MiniSearch<Row>({
    fields: [...fields],
    tokenize: splitWords,
    processTerm: (word) => word,
    searchOptions: { boost: { title: 3, notes: 1.5 }, combineWith: 'OR' },
  });
  #length = 0;

  get size(): number {
    return this.#articles.size;
  }

  /** Adds an article or replaces it. False when there is no room for it. */
  put(article: SearchedArticle): boolean {
    this.remove(article.articleId);
    const length = measureLength(article);
    if (this.#length + length > maxIndexedLength) return false;
    const row = createRow(article);
    this.#search.add(row);
    this.#wordCounts.add(listDistinctWords(row));
    this.#articles.set(article.articleId, article);
    this.#length += length;
    return true;
  }

  /** Prepares the words for the first query, once many articles were put. */
  prepare(): void {
    this.#wordCounts.sort();
  }

  /** Removes an article, if it is there, with every word that only it has. */
  remove(articleId: string): void {
    const article = this.#articles.get(articleId);
    if (!article) return;
    const row = createRow(article);
    this.#search.remove(row);
    this.#wordCounts.remove(listDistinctWords(row));
    this.#articles.delete(articleId);
    this.#length -= measureLength(article);
  }

  /**
   * Finds the articles that have all words of a query, or words that begin with them, the best first, at most `max`. A word that no
   * article has is replaced by similar ones.
   */
  rank(query: string, max: number): Ranking {
    const wanted = [...new Set(listSearchWords(query))].slice(0, maxWords);
    let isApproximate = false;
    const words = new Map<string, string>();
    const groups = wanted.map((word) => {
      const exact = this.#wordCounts.listBeginningWith(word);
      const listed = exact.length > 0 ? exact : this.#listSimilar(word);
      if (exact.length === 0) isApproximate = true;
      for (const one of listed) if (!words.has(one) || one === word) words.set(one, word);
      return listed;
    });
    const isHopeless = groups.length === 0 || groups.some((group) => group.length === 0);
    if (isHopeless) return { articles: [], articleCount: 0, isApproximate: false };
    const found = this.#search.search(
      // Without an operator of its own, a group would inherit AND, and ask for all forms of its word.
      { combineWith: 'AND', queries: groups.map((group) => ({ combineWith: 'OR', queries: group })) },
      // The word as it was typed counts for more than one that only begins with it.
      { boostTerm: (word) => (words.get(word) === word ? 2 : 1) },
    );
    const findWords = createWordFinder(words);
    return {
      articles: found.slice(0, max).flatMap(({ id }) => {
        const article = this.#articles.get(id);
        return article ? { article, words, findWords } : [];
      }),
      articleCount: found.length,
      isApproximate,
    };
  }
  /** The words that differ from a word in one letter, or in two when it is long. */
  #listSimilar(word: string): string[] {
    const fuzzy = minFuzzyLengths.filter((length) => word.length >= length).length;
    if (fuzzy === 0) return [];
    return [...new Set(this.#search.search(word, { fuzzy }).flatMap(({ terms }) => terms))];
  }
}
