import type { Article } from '#shared/domain/base/article.ts';
import type { Draft } from '#shared/domain/base/draft.ts';

/** The day on which an article's statements are true, as an ISO 8601 date: that of publication, or else of the draft's import. */
export function getReadingDay(
  { importedAt }: Pick<Draft, 'importedAt'>,
  { publishedAt }: Pick<Article, 'publishedAt'>,
): string {
  const importDay = importedAt.slice(0, 10);
  return publishedAt?.length === importDay.length ? publishedAt : importDay;
}
