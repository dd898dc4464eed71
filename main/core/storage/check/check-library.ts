import { idSchema } from '../../../../shared/domain/primitives';
import { StetError } from '../../errors/stet-error';
import { createGiveWay } from '../../tasks/give-way';
import type { Task } from '../../tasks/task';
import { isLink, readdir } from '../files/disk';
import { measureFolder } from '../files/measure-folder';
import type { WriteAccess } from '../lock/write-access';
import { articleFolder, libraryPaths } from '../paths';
import { checkArticle } from './check-article';
import { checkBackups } from './check-backups';
import { checkLinks } from './check-links';
import { checkLists } from './check-lists';
import { checkUnfinished } from './check-unfinished';
import type { CheckContext, CheckedArticle, CheckWork } from './check-work';
import { type CheckReport, Findings } from './findings';

const noAccess: WriteAccess = {
  refusal: 'A check writes nothing.',
  verify: async () => {
    throw new StetError('readOnly', 'A check writes nothing.');
  },
};

/**
 * Reads the whole library and its backups, and verifies every checksum. Changes nothing. Rejects with the system's error when
 * the library itself can't be read, or with the signal's reason.
 *
 * - `check-article.ts` checks one article: `check-history.ts`, `check-snapshot.ts`, `check-summary.ts`, `check-drafts.ts`,
 * `check-vault.ts`.
 * - `check-lists.ts` compares the lists of the library with the articles; `check-unfinished.ts` finds what a killed process left.
 * - `check-backups.ts` checks the lists of the backups and the contents that they share; `check-links.ts` names links.
 * - `repairs.ts` is what can be repaired from what is there; `fsck/` is the program `npm run fsck`.
 */
export async function checkLibrary(
  context: CheckContext,
  { signal, reportProgress }: Task,
): Promise<CheckReport> {
  const { libraryFolder, backups } = context;
  const { articles: articlesFolder } = libraryPaths(libraryFolder);
  const isElsewhere = await isLink(articlesFolder);
  const names = isElsewhere ? [] : (await readdir(articlesFolder)).sort();
  const total = (await measureFolder(articlesFolder)) + (backups ? await measureFolder(backups.folder) : 0);
  let done = 0;
  const found = new Findings();
  const work: CheckWork = {
    ...context,
    ...{ found, signal, giveWay: createGiveWay(), access: noAccess },
    onBytes(name, bytes) {
      done += bytes;
      // Files may grow meanwhile.
      reportProgress(name, Math.min(done, total), total);
    },
  };
  const articles: CheckedArticle[] = [];
  for (const id of names.filter((name) => idSchema.safeParse(name).success)) {
    signal.throwIfAborted();
    articles.push(await checkArticle(articleFolder(libraryFolder, id), work));
    await work.giveWay();
  }
  if (!isElsewhere) await checkLists(articles, work);
  await checkUnfinished(names, work);
  if (backups) await checkBackups(backups, work);
  await checkLinks(work);
  signal.throwIfAborted();
  return { counts: found.counts, findings: found.list };
}
