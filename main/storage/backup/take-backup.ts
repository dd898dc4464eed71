import equal from 'fast-deep-equal';
import { currentTimestamp, type System } from '#main/base/system.ts';
import { createGiveWay, type GiveWay, type Task } from '#main/base/tasks.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { lstat, measureFolder, readdir } from '../disk/disk.ts';
import { articleFolder, libraryPaths } from '../disk/paths.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import type { LibraryRow } from '../library/library-file.ts';
import { type BackUpContext, backUpArticle } from './back-up-article.ts';
import { toBackupFolderError } from './backup-messages.ts';
import type { BackupSet } from './backup-set.ts';
import { type BackedUpArticle, listContents, listFiles, type Manifest, sumBytes } from './manifest.ts';
import { type ContentVerifier, Pool } from './pool.ts';

interface TakeBackupContext extends Pick<System, 'libraryFolder' | 'now'> {
  set: BackupSet;
  /** The list of articles, for their titles. */
  rows(): readonly LibraryRow[];
  access: WriteAccess;
  verifier: ContentVerifier;
  /** Whether files of the previous backup are verified before this one relies on them. */
  readsBack: boolean;
}

interface TakenBackup {
  manifest: Manifest;
  /** Whether anything differs from the previous backup. Otherwise no manifest was written, and this is the previous one. */
  isNew: boolean;
  /** The number of damaged or missing files of the previous backup that were copied again from the library. */
  replaced: number;
  /** The number of such files that the library does not have either. */
  lost: number;
}

/**
 * Backs up the library while it may be edited: verifies the previous backup, copies new and damaged files into the pool, then writes
 * the manifest. Earlier backups stay intact even if the process dies. Rejects with a
 * `BackupFolderError`, the system's error about the library, `readOnly`, or the signal's reason.
 */
export async function takeBackup(context: TakeBackupContext, task: Task): Promise<TakenBackup> {
  const { set, access, libraryFolder } = context;
  const { signal } = task;
  await access.verify();
  await set.prepare().catch(toBackupFolderError);
  const before = await set.readNewest().catch(toBackupFolderError);
  const { articles: articlesFolder } = libraryPaths(libraryFolder);
  const ids = (await readdir(articlesFolder)).filter((name) => idSchema.safeParse(name).success).sort();
  const work = { signal, giveWay: createGiveWay(), progress: new BackupProgress(task, ids.length) };
  const files = before ? listFiles(before) : [];
  const named = new Set(before ? listContents(before) : []);
  const damaged = await findDamaged(context, named, sumBytes(files), work);
  const onBytes = (bytes: number) => work.progress.addRead(bytes);
  const pool = new Pool(set.pool, { ...work, onBytes, named, damaged });
  const articles = await copyArticles(context, ids, before, { ...work, pool, onBytes });
  // Without its disk, the library would look empty.
  await lstat(articlesFolder);
  signal.throwIfAborted();
  await access.verify();

  const counts = pool.countDamaged();
  if (before && isSameContent(before.articles, articles))
    return { manifest: before, isNew: false, ...counts };
  const [newest] = await set.list().catch(toBackupFolderError);
  const manifest: Manifest = {
    libraryId: set.libraryId,
    number: (newest?.number ?? 0) + 1,
    takenAt: currentTimestamp(context),
    articles,
  };
  await set.write(manifest).catch(toBackupFolderError);
  return { manifest, isNew: true, ...counts };
}

/** Finds the files of the previous backup that are missing or damaged in the pool. */
async function findDamaged(
  { set, verifier, readsBack }: TakeBackupContext,
  named: ReadonlySet<string>,
  total: number,
  { signal, giveWay, progress }: BackupWork,
): Promise<Set<string>> {
  const damaged = new Set<string>();
  if (!readsBack) return damaged;
  try {
    const onBytes = (bytes: number) => progress.addVerified(bytes, total);
    for await (const { sha256, state } of verifier.verify(set.pool, named, { giveWay, signal, onBytes }))
      if (state !== 'unchanged') damaged.add(sha256);
  } catch (error) {
    signal.throwIfAborted();
    toBackupFolderError(error);
  }
  return damaged;
}

interface BackupWork {
  signal: AbortSignal;
  giveWay: GiveWay;
  progress: BackupProgress;
}

async function copyArticles(
  { libraryFolder, rows }: TakeBackupContext,
  ids: readonly string[],
  before: Manifest | null,
  { progress, ...work }: BackupWork & BackUpContext,
): Promise<BackedUpArticle[]> {
  const listed = new Map(rows().map((row) => [row.entry.id, row.entry]));
  const beforeById = new Map(before?.articles.map((article) => [article.id, article]));
  const articles: BackedUpArticle[] = [];
  for (const [index, id] of ids.entries()) {
    work.signal.throwIfAborted();
    const known = beforeById.get(id);
    const folder = articleFolder(libraryFolder, id);
    progress.beginArticle(index, known ? sumBytes(known.files) : await measureFolder(folder));
    const earlier = known && before ? { article: known, takenAt: before.takenAt } : null;
    const content = await backUpArticle(folder, earlier, work);
    const { title = id, editedAt = null, binnedAt = null } = listed.get(id) ?? known ?? {};
    if (content) articles.push({ id, title, editedAt, binnedAt, ...content });
    await work.giveWay();
  }
  return articles;
}

/** The progress of a backup. Each article counts the same, and advances with the bytes that are read. */
class BackupProgress {
  #article = { index: 0, bytes: 0, read: 0 };
  #verified = 0;

  constructor(
    private readonly task: Pick<Task, 'reportProgress'>,
    private readonly articles: number,
  ) {}

  /** Counts verified bytes of the previous backup, of `total`. */
  addVerified(bytes: number, total: number): void {
    this.#verified = Math.min(1, this.#verified + bytes / Math.max(1, total));
    this.#report(0);
  }

  /** Begins an article. `bytes` is its size now or in the previous backup. */
  beginArticle(index: number, bytes: number): void {
    this.#verified = 1;
    this.#article = { index, bytes, read: 0 };
    this.#report(index);
  }

  addRead(bytes: number): void {
    const article = this.#article;
    article.read += bytes;
    if (article.bytes > 0) this.#report(article.index + Math.min(1, article.read / article.bytes));
  }

  #report(done: number): void {
    // Verifying takes about half as long as copying everything.
    this.task.reportProgress('', this.articles * (this.#verified / 2) + done, this.articles * 1.5);
  }
}

/** Whether two backups have the same content. Modification times do not count. */
function isSameContent(before: readonly BackedUpArticle[], after: readonly BackedUpArticle[]): boolean {
  const withoutTimes = (articles: readonly BackedUpArticle[]) =>
    articles.map((article) => ({
      ...article,
      files: article.files.map(({ modifiedMs: _, ...file }) => file),
    }));
  return equal(withoutTimes(before), withoutTimes(after));
}
