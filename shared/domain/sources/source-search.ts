import { searchable, searchWords } from '../../text/characters/fold-for-search';
import type { Source } from '../source';

type Searched = Pick<Source, 'title' | 'author' | 'publisher' | 'url'>;

/**
 * How well a source answers a query: 0 when one of its words stands nowhere in title, author, publisher or address; the more
 * the better.
 */
export function sourceRank({ title, author, publisher, url }: Searched, query: string): number {
  const name = searchable(title);
  const all = [name, ...[author, publisher, url].map((text) => searchable(text ?? ''))].join('\n');
  const words = searchWords(query);
  if (!words.every((word) => all.includes(word))) return 0;
  if (name.startsWith(words.join(' '))) return 3;
  return words.every((word) => name.includes(word)) ? 2 : 1;
}
