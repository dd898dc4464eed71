import MiniSearch from 'minisearch';
import type { SearchedKind } from '#shared/contract/commands/library-commands.ts';
import { foldForSearch } from '#shared/text/characters/folding.ts';
import type { Span } from '#shared/text/span.ts';
import type { SearchedArticle } from './stored-articles.ts';

/** Scripts that put no spaces between words: there each character is searched as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const spacedWord = /[\p{L}\p{N}\p{M}]+/gu;
const anyWord = new RegExp(`${unspaced.source}\\p{M}*|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Words are indexed up to this length, in UTF-16 code units; longer ones with the same beginning count as the same word. */
const maxWordLength = 64;

const plainWord = /^[a-z0-9]*$/i;

/** The folded form of words that were folded before: texts repeat their words. */
const folded = new Map<string, string>();
const maxFolded = 50_000;

function foldWord(word: string): string {
  // By far the most frequent ones.
  if (plainWord.test(word)) return word.toLowerCase().slice(0, maxWordLength);
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= maxFolded) folded.clear();
  const made = foldForSearch(word).slice(0, maxWordLength);
  folded.set(word, made);
  return made;
}

const getPattern = (text: string) => (unspaced.test(text) ? anyWord : spacedWord);

/** The words of a text as the index has them: without case, accents and compatibility forms, in order, repeated as they are. */
export function listSearchWords(text: string): string[] {
  return (text.match(getPattern(text)) ?? []).map(foldWord).filter((word) => word !== '');
}

export interface FoundWord {
  /** As the index has it. */
  word: string;
  /** In UTF-16 offsets of the text. */
  span: Span;
}

/** Finds the wanted words in a text, in order; at most `max`. */
type FindWords = (text: string, max: number) => FoundWord[];

/** Words of scripts with spaces that begin with one of these ASCII letters or digits, or with any other character. */
const beginningWith = (letters: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])(?:[${letters}]|(?![\\0-\\x7f])[\\p{L}\\p{N}\\p{M}])[\\p{L}\\p{N}\\p{M}]*`,
    'giu',
  );

/**
 * Prepares the search of several texts for words as the index has them. Words that begin with another letter are not even looked at,
 * because twenty articles are searched at each key press.
 */
export function createWordFinder(wanted: ReadonlyMap<string, unknown>): FindWords {
  const letters = new Set(Array.from(wanted.keys(), ([letter = '']) => letter));
  const beginnings = beginningWith(
    Array.from(letters)
      .filter((letter) => plainWord.test(letter))
      .join(''),
  );
  return (text, max) => {
    const found: FoundWord[] = [];
    for (const { 0: written, index } of text.matchAll(unspaced.test(text) ? anyWord : beginnings)) {
      const word = foldWord(written);
      if (word === '' || !wanted.has(word)) continue;
      found.push({ word, span: { start: index, end: index + written.length } });
      if (found.length >= max) break;
    }
    return found;
  };
}

/** How often the same word counts in a field. More would take longer to index, and hardly change the order. */
const maxRepetitions = 3;

const fields = ['title', 'text', 'notes', 'sources'] as const;

type Field = (typeof fields)[number];

const fieldOf: Record<SearchedKind, Field> = {
  title: 'title',
  text: 'text',
  claimant: 'notes',
  note: 'notes',
  correction: 'notes',
  source: 'sources',
  evidence: 'sources',
};

/** An article as it is indexed: the words of each field, separated by spaces. */
type Row = { id: string } & Record<Field, string>;

function createRow({ articleId, texts }: SearchedArticle): Row {
  const row: Row = { id: articleId, title: '', text: '', notes: '', sources: '' };
  for (const { kind, text } of texts) {
    const field = fieldOf[kind];
    row[field] = `${row[field]} ${limitRepetitions(listSearchWords(text)).join(' ')}`;
  }
  return row;
}

function limitRepetitions(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return words.filter((word) => {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return count <= maxRepetitions;
  });
}

const splitWords = (text: string) => text.split(' ').filter((word) => word !== '');

function listDistinctWords(row: Row): Set<string> {
  return new Set(fields.flatMap((field) => splitWords(row[field])));
}

/**
 * How many articles one word of a query is looked up in at most, each counted as often as its beginnings are different words there.
 * Beyond it a beginning such as "con" would make each key press slow, and find nearly every article anyway.
 */
const maxLookups = 12_000;
/** Shortest beginning of a word that finds it. Shorter words are only found as they are. */
const minPrefixLength = 3;
/** How many new words are kept beside the sorted ones before all are sorted again. */
const maxUnsorted = 4_000;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The words of the index with the number of articles that have them, so that a beginning is only looked up for as many words as is
 * quick. The index itself does not list its words.
 */
class WordCounts {
  readonly #counts = new Map<string, number>();
  /** Words in the order of their code units, with some that are gone. */
  #sorted: string[] = [];
  readonly #unsorted = new Set<string>();

  add(words: Iterable<string>): void {
    for (const word of words) {
      const count = this.#counts.get(word) ?? 0;
      if (count === 0) this.#unsorted.add(word);
      this.#counts.set(word, count + 1);
    }
  }

  remove(words: Iterable<string>): void {
    for (const word of words) {
      const count = (this.#counts.get(word) ?? 0) - 1;
      if (count > 0) this.#counts.set(word, count);
      else this.#counts.delete(word);
    }
  }

  /** The word itself, if an article has it, and the words that begin with it, the frequent ones first, as many as can be looked up. */
  listBeginningWith(word: string): string[] {
    const own = this.#counts.get(word);
    const listed = own === undefined ? [] : [word];
    if (word.length < minPrefixLength) return listed;
    let lookups = own ?? 0;
    for (const [longer, count] of this.#listLonger(word).sort((a, b) => b[1] - a[1])) {
      lookups += count;
      if (lookups > maxLookups) break;
      listed.push(longer);
    }
    return listed;
  }

  #listLonger(word: string): [string, number][] {
    if (this.#unsorted.size > maxUnsorted) this.sort();
    const longer = new Map<string, number>();
    const take = (other: string) => {
      const count = this.#counts.get(other);
      if (count !== undefined && other !== word && other.startsWith(word)) longer.set(other, count);
    };
    for (let at = this.#findFirst(word); this.#sorted[at]?.startsWith(word); at += 1)
      take(this.#sorted[at] ?? '');
    for (const other of this.#unsorted) take(other);
    return [...longer];
  }

  /** Sorts all words, so that the next query has not to do it. */
  sort(): void {
    this.#sorted = [...this.#counts.keys()].sort(compare);
    this.#unsorted.clear();
  }

  /** The index of the first sorted word that is not before this one. */
  #findFirst(word: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Longest text that is indexed of all articles together, in UTF-16 code units: about four million words. The index then takes some
 * 150 MB, and what is over 200 MB would be too much for a search.
 */
export const maxIndexedLength = 24_000_000;

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

interface Ranking {
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
