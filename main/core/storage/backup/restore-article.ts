import { StetError } from '../../errors/stet-error';
import type { System } from '../../system';
import { createGiveWay, type GiveWay } from '../../tasks/give-way';
import type { Task } from '../../tasks/task';
import { lstat, readFile } from '../files/disk';
import { syncFolder } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { notSavedError } from '../files/not-saved-error';
import { parseInSlices } from '../history/read-history';
import { createWholeFolder } from '../library/whole-folder';
import { readCopyOrigin, writeCopyOrigin } from '../outside/copy-origin';
import { articleFolder, articlePaths } from '../paths';
import type { BackupSet } from './backup-set';
import { type BackedUpArticle, type BackedUpEnd, sumBytes } from './manifest';
import { chooseVersion, restoreFiles } from './restore-files';

interface RestoreArticleContext extends FilePlatform, Pick<System, 'libraryFolder' | 'newId'> {
  set: BackupSet;
}

interface RestoredArticle {
  /** The id of its folder: its own, or a new one when the library still has the article. */
  articleId: string;
  /** The number of attached files that the backup lost. */
  lostFiles: number;
}

/**
 * Restores an article of a backup, beside its present state: when the library still has it, as a copy with a folder id of its
 * own. The lines of its history are unchanged. The folder appears whole or not at all. Rejects with `damaged`, `notSaved` or
 * `readOnly`, or with the signal's reason, and then nothing is left behind.
 */
export async function restoreArticle(
  article: BackedUpArticle,
  context: RestoreArticleContext,
  { signal, reportProgress }: Task,
): Promise<RestoredArticle> {
  const { libraryFolder, set, newId } = context;
  const { files: allFiles, end } = chooseVersion(article);
  // It comes back to the library, also when it was in the bin.
  const files = allFiles.filter(({ path }) => path !== 'binned.json');
  const total = sumBytes(files);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    reportProgress(article.title, done, total);
  };
  const giveWay = createGiveWay();
  const present = articleFolder(libraryFolder, article.id);
  const isBesidePresent = await hasFolder(present);
  const articleId = isBesidePresent ? newId() : article.id;
  let lostFiles = 0;
  const fill = async (folder: string) => {
    const lost = await restoreFiles(folder, files, { pool: set.pool, giveWay, signal, onBytes });
    lostFiles = lost.length;
    if (isBesidePresent) {
      const id = (await readCopyOrigin(folder, context))?.articleId ?? article.id;
      const isContinued = await continues(articlePaths(present).history, end, giveWay, signal);
      const common = isContinued ? { seq: end.lines, sum: end.sha256 } : { seq: 0, sum: null };
      await writeCopyOrigin(folder, { articleId: id, ...common }, context);
    }
    await syncFolder(articlePaths(folder).drafts);
    await syncFolder(folder);
  };
  try {
    await createWholeFolder(articleId, fill, context);
    return { articleId, lostFiles };
  } catch (error) {
    if (error instanceof StetError || signal.aborted) throw error;
    throw notSavedError(error, 'The article was not restored; the library and the backup are as they were.');
  }
}

async function hasFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Whether the present history goes on where the restored one ends. */
async function continues(
  path: string,
  { lines, sha256 }: BackedUpEnd,
  giveWay: GiveWay,
  signal: AbortSignal,
): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && (await parseInSlices(bytes, giveWay, signal)).sums[lines - 1] === sha256;
}
