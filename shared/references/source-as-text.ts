import type { Source } from '../domain/source';
import { shownDate } from '../text/format/dates';

/** A source on one line, for a mail or a note: "Morhaven, Edda: Harbour statistics. Port office, 24 Nov 2026. https://…" */
export function sourceInWords(
  source: Pick<Source, 'title' | 'author' | 'publisher' | 'publishedAt' | 'url'>,
): string {
  const { title, author, publisher, publishedAt, url } = source;
  const named = author === null ? title : `${author}: ${title}`;
  const published = [publisher, publishedAt && shownDate(publishedAt)].filter(Boolean).join(', ');
  const sentences = [named, published].filter((part) => part !== '');
  return [sentences.map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`)).join(' '), url]
    .filter((part) => part !== null)
    .join(' ');
}
