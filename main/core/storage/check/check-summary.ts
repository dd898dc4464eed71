import equal from 'fast-deep-equal';
import type { LibraryEntry } from '../../../../shared/domain/library/library-entry';
import { getArticle, getNewestDraft, type Review } from '../../../../shared/domain/review/review';
import { parseJsonFile } from '../files/json-file-format';
import { type ArticleSummary, summaryFormat } from '../library/article-summary';
import { articlePaths } from '../paths';
import { type CheckedArticle, type CheckWork, readFileForCheck } from './check-work';
import { setCacheAside } from './repairs';

/**
 * Compares the summary of an article with what its history says. A summary that is older than the history is no finding: the next
 * start makes it again.
 */
export async function checkSummary(article: CheckedArticle, work: CheckWork): Promise<void> {
  const { id, folder, title, review } = article;
  const path = articlePaths(folder).summary;
  const where = { title, file: `articles/${id}/summary.json` };
  const repair = setCacheAside(path, work);
  const bytes = await readFileForCheck(path, where, work, { repair });
  if (!bytes) return;
  const parsed = parseJsonFile(bytes, summaryFormat);
  if (parsed.state === 'newer')
    work.found.add({ kind: 'unchecked', ...where, problem: 'The file was written by a newer Stet.' });
  if (parsed.state === 'damaged')
    work.found.add({ kind: 'damage', ...where, problem: `The file is damaged: ${parsed.reason}.`, repair });
  if (parsed.state !== 'read' || !review || !article.isWhole) return;
  const { historyBytes, entry, sources } = parsed.data;
  if (historyBytes !== article.historyBytes) return;
  if (!isEntryOf(entry, article) || !hasSources(sources, review))
    work.found.add({
      kind: 'damage' as const,
      ...where,
      repair,
      problem: 'The summary of this article is not what its history says.',
    });
}

function hasSources(sources: ArticleSummary['sources'], review: Review): boolean {
  return (
    sources.length === review.sources.size &&
    sources.every(({ source }) => equal(source, review.sources.get(source.id)))
  );
}

/** Whether an entry has the facts of an article. The counts of its claims are left out, because rules for them change. */
export function isEntryOf(
  entry: Omit<LibraryEntry, 'binnedAt'>,
  { review, changes }: CheckedArticle,
): boolean {
  if (!review) return true;
  const article = getArticle(review);
  const newest = getNewestDraft(review);
  return (
    entry.title === article.title &&
    entry.byline === article.byline &&
    entry.createdAt === article.createdAt &&
    entry.editedAt === changes?.at(-1)?.at &&
    entry.draft === newest.number &&
    entry.words === newest.words
  );
}
