import { dirname, join } from 'node:path';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { createGiveWay, type GiveWay, type Task } from '#main/base/tasks.ts';
import { createWholeFolder } from '../article/article-folder.ts';
import { readCopyOrigin, writeCopyOrigin } from '../article/copies.ts';
import { isThere, open, readFile, rm } from '../disk/disk.ts';
import { notSavedError } from '../disk/disk-messages.ts';
import { syncFolder, writeFully } from '../disk/durable-file.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import { articleFolder, articlePaths } from '../disk/paths.ts';
import { parseInSlices } from '../history/history-format.ts';
import { verifyStoredFile } from '../vault/stored-file.ts';
import { type BackupSet, createPrivateFolder } from './backup-set.ts';
import { type BackedUpArticle, type BackedUpEnd, type BackupFile, sumBytes } from './manifest.ts';

interface RestoreContext {
  pool: string;
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Called with the number of bytes of each chunk. */
  onBytes(bytes: number): void;
}

interface RestorableVersion {
  files: readonly BackupFile[];
  end: BackedUpEnd;
  /** When it was backed up, if it comes from an earlier backup; null for the version of the backup itself. */
  takenAt: string | null;
}

/** Chooses the version of an article to restore: that of the backup, or an earlier one if its history was damaged. */
export function chooseVersion({ isWhole, end, files, earlier }: BackedUpArticle): RestorableVersion {
  const [newest] = earlier;
  return isWhole || !newest
    ? { files, end, takenAt: null }
    : { files: newest.files, end: newest.end, takenAt: newest.takenAt };
}

/**
 * Writes the files of an article into a new folder, each verified while it is copied. Resolves to the paths of attached files that
 * the backup lost: the article is restored without them. Rejects with `damaged` when its history or a draft is lost, the system's
 * error, or the signal's reason; then the folder may be incomplete.
 */
export async function restoreFiles(
  folder: string,
  files: readonly BackupFile[],
  context: RestoreContext,
): Promise<string[]> {
  if (!files.some(({ path }) => path === 'history.jsonl')) throw notRestorableError();
  const lost: string[] = [];
  await createPrivateFolder(folder);
  for (const file of files) {
    const path = join(folder, file.path);
    await createPrivateFolder(dirname(path));
    if (await copyOut(path, file, context)) continue;
    if (!file.path.startsWith('vault/')) throw notRestorableError();
    lost.push(file.path);
  }
  return lost;
}

/** Copies a file out of the pool. Resolves to false, with nothing written, when it is missing or altered there. */
async function copyOut(
  path: string,
  file: BackupFile,
  { pool, giveWay, signal, onBytes }: RestoreContext,
): Promise<boolean> {
  const copy = await open(path, 'wx', 0o600);
  let written = 0;
  let isWhole = false;
  try {
    const onChunk = async (chunk: Buffer) => {
      await writeFully(copy, chunk, written);
      written += chunk.length;
      onBytes(chunk.length);
      await giveWay(chunk.length);
    };
    const { sha256, bytes } = file;
    const state = await verifyStoredFile(join(pool, sha256), sha256, onChunk, signal);
    isWhole = state === 'unchanged' && written === bytes;
    await copy.datasync();
  } finally {
    await copy.close();
  }
  if (!isWhole) await rm(path);
  return isWhole;
}

/** The error when a backup has lost an article's history or a draft. */
function notRestorableError(): StetError {
  return new StetError(
    'damaged',
    'This article can’t be restored from this backup: a part of its history or text is missing there. ' +
      'Nothing was changed. Try an older backup.',
  );
}

interface RestoreArticleContext extends FilePlatform, Pick<System, 'libraryFolder' | 'newId'> {
  set: BackupSet;
}

interface RestoredArticle {
  /** The id of its folder: that of the article, or a new one if the library still has the article. */
  articleId: string;
  lostFiles: number;
}

/**
 * Restores an article from a backup. If the library still has the article, the restored one is a copy with a folder id of its own.
 * The lines of its history are unchanged. The folder appears whole or not at all. Rejects with `damaged`, `notSaved` or
 * `readOnly`, or with the signal's reason, and then nothing is left behind.
 */
export async function restoreArticle(
  article: BackedUpArticle,
  context: RestoreArticleContext,
  { signal, reportProgress }: Task,
): Promise<RestoredArticle> {
  const { libraryFolder, set, newId } = context;
  const { files: allFiles, end } = chooseVersion(article);
  // The mark of the bin is left out, so that the article is back in the library.
  const files = allFiles.filter(({ path }) => path !== 'binned.json');
  const total = sumBytes(files);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    reportProgress(article.title, done, total);
  };
  const giveWay = createGiveWay();
  const present = articleFolder(libraryFolder, article.id);
  const isBesidePresent = await isThere(present);
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

/** Whether the present history continues the restored one. */
async function continues(
  path: string,
  { lines, sha256 }: BackedUpEnd,
  giveWay: GiveWay,
  signal: AbortSignal,
): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && (await parseInSlices(bytes, giveWay, signal)).sums[lines - 1] === sha256;
}
