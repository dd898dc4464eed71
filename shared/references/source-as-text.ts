import type { Source } from '../domain/source';
import { formatDate } from '../text/format/format-dates';

type DescribedSource = Pick<Source, 'title' | 'author' | 'publisher' | 'publishedAt' | 'url'>;

/** Formats a source for a mail or a note: `Morhaven, Edda: Harbour statistics. Port office, 24 Nov 2026. https://…` */
export function formatSourceAsText({ title, author, publisher, publishedAt, url }: DescribedSource): string {
  const work = author === null ? title : `${author}: ${title}`;
  const publication = [publisher, publishedAt && formatDate(publishedAt)].filter(Boolean).join(', ');
  const sentences = [work, publication]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
  return url === null ? sentences : `${sentences} ${url}`;
}
