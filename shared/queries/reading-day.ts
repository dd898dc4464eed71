import type { Article } from '../domain/article';
import type { Draft } from '../domain/draft/draft';

/** The day that an article speaks from, as an ISO 8601 date: that of its publication, or else of the import of its draft. */
export function getReadingDay(
  { importedAt }: Pick<Draft, 'importedAt'>,
  { publishedAt }: Pick<Article, 'publishedAt'>,
): string {
  const importDay = importedAt.slice(0, 10);
  return publishedAt?.length === importDay.length ? publishedAt : importDay;
}
