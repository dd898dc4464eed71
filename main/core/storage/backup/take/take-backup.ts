import equal from 'fast-deep-equal';
import { idSchema } from '../../../../../shared/domain/primitives';
import { currentTimestamp, type Platform } from '../../../platform';
import { createGiveWay, type GiveWay } from '../../../tasks/give-way';
import type { Task } from '../../../tasks/task';
import { lstat, readdir } from '../../files/disk';
import { measureFolder } from '../../files/measure-folder';
import type { LibraryRow } from '../../library/library-file';
import type { WriteAccess } from '../../lock/write-access';
import { articleFolder, libraryPaths } from '../../paths';
import { toBackupFolderError } from '../backup-errors';
import type { BackupSet } from '../store/backup-set';
import { type BackedUpArticle, listFiles, listPieces, type Manifest } from '../store/manifest';
import { Pool } from '../store/pool';
import type { ReadContents } from '../store/read-contents';
import { backUpArticle } from './back-up-article';
import type { BackUpContext } from './back-up-file';
import { BackupProgress } from './backup-progress';

export interface TakeBackupContext extends Pick<Platform, 'libraryFolder' | 'now'> {
  set: BackupSet;
  /** The list of articles, for their titles. */
  rows(): readonly LibraryRow[];
  access: WriteAccess;
  /** The contents of the pool that were read lately. */
  read: ReadContents;
  /** Whether contents of earlier backups are read before this one relies on them. */
  readsBack: boolean;
}

export interface TakenBackup {
  manifest: Manifest;
  /** Whether anything differs from the backup before. Otherwise no manifest was written, and this is the one before. */
  isNew: boolean;
  /** Size in bytes of what was copied. */
  addedBytes: number;
  /** The number of contents of the backup before that were damaged or gone, and were copied again from the library. */
  replaced: number;
  /** The number of those that the library does not have either. */
  lost: number;
}

/**
 * Backs up the library while it may be edited: copies what is new into the pool, or damaged there, reads back everything that
 * the backup relies on, then writes the manifest. Earlier backups stay as they were, whenever the process dies. Rejects with a `BackupFolderError`, the system's
 * error about the library, `readOnly`, or the signal's reason.
 */
export async function takeBackup(context: TakeBackupContext, task: Task): Promise<TakenBackup> {
  const { set, access, read, readsBack } = context;
  await access.verify();
  await set.prepare().catch(toBackupFolderError);
  const before = await set.readNewest().catch(toBackupFolderError);
  const giveWay = createGiveWay();
  const progress = new BackupProgress(task);
  const pool = new Pool(set.pool, {
    ...{ giveWay, signal: task.signal, onBytes: (bytes) => progress.addRead(bytes) },
    ...{ named: new Set(before ? listFiles(before).flatMap(listPieces) : []), read, readsBack },
  });
  const options = { before, pool, giveWay, task, progress };
  const articles = await copyArticles(context, options).catch(async (error) => {
    // The copies serve the next backup.
    await pool.close();
    throw error;
  });
  task.signal.throwIfAborted();
  await access.verify();

  const taken = { addedBytes: pool.addedBytes, ...pool.countDamaged() };
  if (before && isSameContent(before.articles, articles)) return { manifest: before, isNew: false, ...taken };
  const [newest] = await set.list().catch(toBackupFolderError);
  const manifest: Manifest = {
    libraryId: set.libraryId,
    number: (newest?.number ?? 0) + 1,
    takenAt: currentTimestamp(context),
    articles,
  };
  await set.write(manifest).catch(toBackupFolderError);
  return { manifest, isNew: true, ...taken };
}

interface CopyOptions {
  before: Manifest | null;
  pool: Pool;
  giveWay: GiveWay;
  task: Task;
  progress: BackupProgress;
}

/** Copies what is new of all articles, and reads the copies back. */
async function copyArticles(
  { libraryFolder, ...context }: TakeBackupContext,
  { before, pool, giveWay, task, progress }: CopyOptions,
): Promise<BackedUpArticle[]> {
  const { signal } = task;
  const { articles: articlesFolder } = libraryPaths(libraryFolder);
  const ids = (await readdir(articlesFolder)).filter((name) => idSchema.safeParse(name).success).sort();
  const rows = new Map(context.rows().map((row) => [row.entry.id, row]));
  const beforeById = new Map(before?.articles.map((article) => [article.id, article]));
  const articles: BackedUpArticle[] = [];
  progress.begin(ids.length);
  const work: BackUpContext = { pool, giveWay, signal, onBytes: (bytes) => progress.addRead(bytes) };
  for (const [index, id] of ids.entries()) {
    signal.throwIfAborted();
    const known = beforeById.get(id);
    const folder = articleFolder(libraryFolder, id);
    progress.beginArticle(index, known ? measureFiles(known) : await measureFolder(folder));
    const earlier = known && before ? { article: known, takenAt: before.takenAt } : null;
    const content = await backUpArticle(folder, earlier, work);
    const entry = rows.get(id)?.entry ?? known;
    const { title = id, editedAt = null, binnedAt = null } = entry ?? {};
    if (content) articles.push({ id, title, editedAt, binnedAt, ...content });
    await giveWay();
  }
  const { addedBytes } = pool;
  await pool.verifyNew((bytes) => progress.addVerified(bytes, addedBytes));
  // A library whose disk was taken away in between would look like one without articles.
  await lstat(articlesFolder);
  return articles;
}

function measureFiles({ files }: BackedUpArticle): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Whether two backups hold the same. A file that was written again with the same content is no difference. */
function isSameContent(before: readonly BackedUpArticle[], after: readonly BackedUpArticle[]): boolean {
  const withoutTimes = (articles: readonly BackedUpArticle[]) =>
    articles.map((article) => ({
      ...article,
      files: article.files.map(({ modifiedMs: _, ...file }) => file),
    }));
  return equal(withoutTimes(before), withoutTimes(after));
}
