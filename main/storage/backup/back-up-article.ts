import { basename, join } from 'node:path';
import { getErrorCode } from '#main/base/stet-error.ts';
import type { GiveWay } from '#main/base/tasks.ts';
import { decodeChecksummed } from '../disk/checksummed-json.ts';
import { LinkError, lstat, readdirEntries, readFile } from '../disk/disk.ts';
import { articlePaths } from '../disk/paths.ts';
import { readRegularFile } from '../disk/regular-file.ts';
import { firstPrev, parseInSlices } from '../history/history-format.ts';
import { listReferencedFiles } from '../vault/sweep-vault.ts';
import { isUnreadable } from './backup-messages.ts';
import {
  type ArticleVersion,
  type BackedUpArticle,
  type BackedUpEnd,
  type BackupFile,
  backupPathSchema,
} from './manifest.ts';
import type { Pool } from './pool.ts';

/** Files that are not copied: caches, unfinished files, and the history, which is backed up separately. */
const leftOut = /^(?:review\.json|summary\.json|history\.jsonl|.*\.tmp)$/;
const draftName = /\.json$/;
const vaultName = /^[0-9a-f]{64}$/;

/** The part of an article in a backup that comes from its folder. */
type ArticleContent = Pick<BackedUpArticle, 'isWhole' | 'end' | 'files' | 'missing' | 'earlier'>;

export interface BackUpContext {
  pool: Pool;
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Called with the number of bytes of each chunk. */
  onBytes(bytes: number): void;
}

/** An article in the previous backup, and when that was made. */
interface ArticleBefore {
  article: BackedUpArticle;
  takenAt: string;
}

/**
 * Copies the new files of an article's folder into the pool, while the article may be edited. The history is read first, because the
 * files that it names were on the disk before it. Resolves to null when the folder is gone. Rejects with a `BackupFolderError`, the
 * system's error, or the signal's reason.
 */
export async function backUpArticle(
  folder: string,
  before: ArticleBefore | null,
  context: BackUpContext,
): Promise<ArticleContent | null> {
  const history = await backUpHistory(articlePaths(folder).history, before?.article ?? null, context);
  const names = await listFileNames(folder);
  if (names === null) return null;
  const paths = [
    ...names.filter((name) => !leftOut.test(name)),
    ...(await listDraftPaths(folder, before)),
    ...(await listVaultPaths(folder, history, before)),
  ].filter((path) => backupPathSchema.safeParse(path).success);
  const files: BackupFile[] = history.file ? [history.file] : [];
  const missing: string[] = history.file ? [] : ['history.jsonl'];
  const known = new Map(before?.article.files.map((file) => [file.path, file]));
  for (const path of paths) {
    const file = await backUpFile(folder, path, known.get(path) ?? null, context.pool);
    if (file) files.push(file);
    else missing.push(path);
  }
  const { isWhole, end } = history;
  const earlier = listEarlier(history, before);
  for (const file of earlier.flatMap((version) => version.files))
    await keepPooled(folder, file, context.pool);
  return { isWhole, end, files, missing, earlier };
}

/** Lists the drafts of an article. Stet never removes one, so those of the previous backup belong to it even if they are gone. */
async function listDraftPaths(folder: string, before: ArticleBefore | null): Promise<string[]> {
  const names = (await listFileNames(articlePaths(folder).drafts)) ?? [];
  const known = before?.article.files.map(({ path }) => path).filter((path) => path.startsWith('drafts/'));
  return [
    ...new Set([
      ...names.filter((name) => draftName.test(name)).map((name) => `drafts/${name}`),
      ...(known ?? []),
    ]),
  ];
}

/**
 * Lists the files that the history references. If it can't be read as a whole, all files of the vault and of the previous backup
 * belong to it, too.
 */
async function listVaultPaths(
  folder: string,
  { references, isRead }: BackedUpHistory,
  before: ArticleBefore | null,
): Promise<string[]> {
  const wanted = new Set([...references].map((name) => `vault/${name}`));
  if (!isRead) {
    const names = (await listFileNames(articlePaths(folder).vault)) ?? [];
    for (const name of names.filter((name) => vaultName.test(name))) wanted.add(`vault/${name}`);
    for (const { path } of before?.article.files ?? []) if (path.startsWith('vault/')) wanted.add(path);
  }
  return [...wanted];
}

/** Lists the intact earlier versions that the history does not continue. */
function listEarlier(history: BackedUpHistory, before: ArticleBefore | null): ArticleVersion[] {
  if (!before) return [];
  const { article, takenAt } = before;
  const { isWhole, end, files, earlier } = article;
  const versions = isWhole ? [{ takenAt, end, files }, ...earlier] : earlier;
  return versions.filter((version) => !history.isWhole || !history.continues(version.end));
}

/** The names of the files in a folder, without links and folders; null when it does not exist or is a link. */
async function listFileNames(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdirEntries(folder);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (error instanceof LinkError || getErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

interface BackedUpHistory extends Pick<BackedUpArticle, 'isWhole' | 'end'> {
  /** Null when there is no history, or none that can be read. */
  file: BackupFile | null;
  isRead: boolean;
  /** The SHA-256 of every file of the vault that these lines reference. */
  references: ReadonlySet<unknown>;
  /** Whether it contains the last line of a history that was backed up earlier. */
  continues(end: BackedUpEnd): boolean;
}

/** Copies a history up to its last whole line. One that was not written to since the previous backup is not read. */
async function backUpHistory(
  path: string,
  before: BackedUpArticle | null,
  context: BackUpContext,
): Promise<BackedUpHistory> {
  const known = before?.files.find((file) => file.path === 'history.jsonl');
  if (before && known && (await isUnchanged(path, known)) && (await isPooled(known, context.pool)))
    return {
      ...before,
      file: known,
      isRead: before.isWhole,
      references: listVaultFiles(before),
      // The previous backup has compared it with the earlier ones.
      continues: (end) => end === before.end,
    };
  try {
    return await readHistory(path, context);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const end = { lines: 0, sha256: firstPrev };
    return {
      file: null,
      isWhole: false,
      isRead: false,
      end,
      references: new Set(),
      continues: () => false,
    };
  }
}

function readHistory(
  path: string,
  { pool, giveWay, signal, onBytes }: BackUpContext,
): Promise<BackedUpHistory> {
  return readRegularFile(path, { followLinks: false }, async (handle, { size, mtimeMs }) => {
    const read = await handle.readFile();
    // The next backup takes a line that is incomplete or arrives during the read.
    const bytes = read.subarray(0, read.lastIndexOf('\n') + 1);
    onBytes(bytes.length);
    const { changes, sums, problem } = await parseInSlices(bytes, giveWay, signal);
    const file = bytes.length === 0 ? null : await pool.addBytes(bytes);
    return {
      file: file && { path: 'history.jsonl', ...file, modifiedMs: bytes.length === size ? mtimeMs : 0 },
      // A line that a newer Stet wrote is intact, too.
      isWhole: changes.length > 0 && problem?.kind !== 'damaged',
      isRead: problem === null,
      end: { lines: changes.length, sha256: sums.at(-1) ?? firstPrev },
      references: listReferencedFiles(changes),
      continues: ({ lines, sha256 }) => sums[lines - 1] === sha256,
    };
  });
}

function listVaultFiles({ files, missing }: BackedUpArticle): Set<string> {
  const paths = [...files.map(({ path }) => path), ...missing].filter((path) => path.startsWith('vault/'));
  return new Set(paths.map((path) => path.slice('vault/'.length)));
}

/**
 * Copies a file of the library into the pool, unless the pool has it. `known` is the same file in the previous backup. A draft or
 * an attached file never changes: if it is damaged or gone now, the backup keeps an intact copy of the pool. Resolves to null when
 * there is none, or the file can't be read.
 */
async function backUpFile(
  folder: string,
  path: string,
  known: BackupFile | null,
  pool: Pool,
): Promise<BackupFile | null> {
  const absolute = join(folder, path);
  if (path.startsWith('vault/')) {
    const expected = basename(path);
    const file = (await pool.find(expected)) ?? (await pool.addFile(absolute, expected));
    return file && { path, ...file, modifiedMs: 0 };
  }
  const isKept =
    known !== null &&
    ((await isUnchanged(absolute, known)) || (path.startsWith('drafts/') && (await isDamaged(absolute))));
  if (isKept && (await isPooled(known, pool))) return known;
  // Asked before the read, so that the next backup notices a change in between.
  const modifiedMs = await lstat(absolute).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  const file = await pool.addFile(absolute);
  return file && { path, ...file, modifiedMs };
}

/** Whether a file has the size and the modification time that the previous backup noted. */
async function isUnchanged(path: string, { bytes, modifiedMs }: BackupFile): Promise<boolean> {
  return lstat(path).then(
    ({ size, mtimeMs }) => size === bytes && mtimeMs === modifiedMs,
    () => false,
  );
}

async function isPooled({ sha256 }: BackupFile, pool: Pool): Promise<boolean> {
  return (await pool.find(sha256)) !== null;
}

/**
 * Makes sure that the pool has a file of an earlier version of the article. A missing or damaged content is copied again if the library
 * still has it. The lines of a replaced history are only in the pool.
 */
async function keepPooled(folder: string, file: BackupFile, pool: Pool): Promise<void> {
  if (!(await isPooled(file, pool))) await pool.addFile(join(folder, file.path), file.sha256);
}

async function isDamaged(path: string): Promise<boolean> {
  return readFile(path).then(
    (bytes) => !decodeChecksummed(bytes).ok,
    () => true,
  );
}
