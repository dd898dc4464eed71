import type { Source } from './source';

type Searched = Pick<Source, 'title' | 'author' | 'publisher' | 'url'>;

/** Text as it is compared: one case, compatibility forms and accents put aside. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase();
}

function wordsOf(query: string): string[] {
  return folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * How well a source answers a query: 0 when one of its words stands nowhere in title, author, publisher or address; the more
 * the better.
 */
export function sourceRank({ title, author, publisher, url }: Searched, query: string): number {
  const name = folded(title);
  const all = [name, ...[author, publisher, url].map((text) => folded(text ?? ''))].join('\n');
  const words = wordsOf(query);
  if (!words.every((word) => all.includes(word))) return 0;
  if (name.startsWith(words.join(' '))) return 3;
  return words.every((word) => name.includes(word)) ? 2 : 1;
}
