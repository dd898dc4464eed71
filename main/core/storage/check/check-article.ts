import { basename, join } from 'node:path';
import { getArticle } from '../../../../shared/domain/review/review';
import { readdir } from '../files/disk';
import { describeReadFailure } from '../files/disk-messages';
import { isConflictName, isUnknownHistoryName } from '../review/outside/conflict-files';
import { checkDrafts } from './check-drafts';
import { checkHistory } from './check-history';
import { checkSnapshot } from './check-snapshot';
import { checkSummary } from './check-summary';
import { checkVault } from './check-vault';
import type { CheckedArticle, CheckWork } from './check-work';
import { readFileForCheck } from './read-file-for-check';

/** JSON files of which not only the checksum is checked. */
const checkedByContent = new Set(['review.json', 'summary.json']);

/** Checks everything in the folder of an article. Rejects with the signal's reason only. */
export async function checkArticle(folder: string, work: CheckWork): Promise<CheckedArticle> {
  const { found } = work;
  const id = basename(folder);
  found.counts.articles += 1;
  const history = await checkHistory(folder, work);
  const { review } = history;
  const title = review && review.article.size > 0 ? getArticle(review).title : id;
  for (const finding of history.findings) found.add({ title, ...finding });
  const article = { ...history, id, folder, title };
  if (review && history.changes) {
    await checkSnapshot({ ...article, review, changes: history.changes }, work);
    await checkDrafts(article, history.changes, work);
    await checkVault(article, history.changes, work);
  }
  await checkSummary(article, work);
  await checkSideFiles(article, work);
  return article;
}

/**
 * The other JSON files of an article carry a checksum as well. Files whose names begin as that of the history are named: a sync
 * tool may have put changes there.
 */
async function checkSideFiles({ id, folder, title }: CheckedArticle, work: CheckWork): Promise<void> {
  const names = await readdir(folder).catch((error) => {
    const problem = `The folder can’t be read: ${describeReadFailure(error)}.`;
    work.found.add({ kind: 'unchecked', title, file: `articles/${id}`, problem });
    return [];
  });
  const note = (name: string, problem: string, remedy: string) =>
    work.found.add({ kind: 'note', title, file: `articles/${id}/${name}`, problem, remedy });
  for (const name of names.filter(isConflictName))
    note(
      name,
      'A sync tool left another version of the history here.',
      'It is taken in when the article is opened for editing.',
    );
  for (const name of names.filter(isUnknownHistoryName))
    note(
      name,
      'This file has a name like that of the history, but not one that Stet or a sync tool known to it gives.',
      'Stet leaves it alone. If a sync tool made it, rename it to “history (conflicted copy).jsonl” and open the article.',
    );
  for (const name of names.filter((one) => one.endsWith('.json') && !checkedByContent.has(one)))
    await readFileForCheck(join(folder, name), { title, file: `articles/${id}/${name}` }, work);
}
