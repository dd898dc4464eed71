import { foldForSearch, foldQueryWords } from '../../text/characters/fold-for-search';
import type { Source } from '../source';

type SearchedFields = Pick<Source, 'title' | 'author' | 'publisher' | 'url'>;

/**
 * Rates how well a source matches a query. 0: a word of the query is missing in title, author, publisher and address. 3:
 * the title starts with the query. 2: the title contains all its words. 1: all words are found.
 */
export function rankSource({ title, author, publisher, url }: SearchedFields, query: string): number {
  const foldedTitle = foldForSearch(title);
  const foldedFields = [
    foldedTitle,
    ...[author, publisher, url].map((text) => foldForSearch(text ?? '')),
  ].join('\n');
  const words = foldQueryWords(query);
  if (!words.every((word) => foldedFields.includes(word))) return 0;
  if (foldedTitle.startsWith(words.join(' '))) return 3;
  return words.every((word) => foldedTitle.includes(word)) ? 2 : 1;
}
