import { foldForSearch, foldQueryWords } from '../../text/characters/folding';
import type { Source, SourceTextField } from '../source';
import { listSearchedTexts } from './source-fields';

type SearchedFields = Pick<Source, 'title'> & Partial<Record<SourceTextField, string | null>>;

/** The searched text of a source, folded once for many queries. */
export interface FoldedSource {
  title: string;
  /** Title, author, publisher and address. */
  all: string;
}

export function foldSource(source: SearchedFields): FoldedSource {
  const all = foldForSearch(listSearchedTexts(source, 'library').join('\n'));
  return { title: foldForSearch(source.title), all };
}

/**
 * Returns a function that rates how well a source matches a query. 0: a word of the query is missing in title, author,
 * publisher and address. 3: the title starts with the query. 2: the title contains all its words. 1: all words are found.
 */
export function createSourceRanking(query: string): (source: FoldedSource) => number {
  const words = foldQueryWords(query);
  const start = words.join(' ');
  return ({ title, all }) => {
    if (!words.every((word) => all.includes(word))) return 0;
    if (title.startsWith(start)) return 3;
    return words.every((word) => title.includes(word)) ? 2 : 1;
  };
}

/** Rates how well a source matches a query, as `createSourceRanking` does. */
export function rankSource(source: SearchedFields, query: string): number {
  return createSourceRanking(query)(foldSource(source));
}
