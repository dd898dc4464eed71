import { dirname, join } from 'node:path';
import { getErrorCode } from '../../errors/error-code';
import { StetError } from '../../errors/stet-error';
import type { Task } from '../../tasks/task';
import { mkdir, open, readlink, realpath, rename, rm, rmdir, symlink } from '../files/disk';
import { describeDiskError } from '../files/disk-messages';
import { createFolder, syncFolder, writeFully } from '../files/durable-file';
import { hashFile } from '../files/read-chunks';
import { readRegularFile } from '../files/regular-file';
import type { WriteAccess } from '../lock/write-access';
import { libraryPaths } from '../paths';
import { getFileStamp } from '../vault/stored-file';
import { discardCopy, listTree, type MovedFile, writeMoveMark } from './finish-move';
import { PlaceFile, type PlacePlatform } from './place-record';

/**
 * Copies a library to an empty or new folder, durably, and reads every file of the copy again to compare its SHA-256. Until
 * the record names it, the copy is marked as unfinished (`move-mark.ts`); the mark ends up listing what was copied. Rejects
 * with the system's error, with `conflict` when a file changed meanwhile, or with the signal's reason when it aborts; then the
 * unfinished copy is left.
 */
export async function copyLibrary(
  from: string,
  to: string,
  { signal, reportProgress }: Task,
  platform: PlacePlatform,
): Promise<void> {
  await createFolder(to);
  await writeMoveMark(to, { from, files: [] }, platform);
  const { folders, files, links } = await listTree(from, { signal });
  // Each file is read twice: once to copy it, and once to verify the copy.
  const total = 2 * files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const report = ({ length }: Buffer) => {
    done += length;
    reportProgress('', Math.min(done, total), total);
  };

  for (const { path, mode } of folders) await mkdir(join(to, path), mode | 0o700);
  const copiedLinks: MovedFile[] = [];
  for (const path of links) {
    await symlink(await readlink(join(from, path)), join(to, path));
    copiedLinks.push({ path, stamp: await getFileStamp(join(from, path)) });
  }
  const copied: (MovedFile & { sha256: string })[] = [];
  for (const { path, mode } of files) {
    const stamp = await getFileStamp(join(from, path));
    const sha256 = await copyFile(join(from, path), join(to, path), { mode, report, signal });
    copied.push({ path, stamp, sha256 });
  }
  for (const { path, sha256, stamp } of copied) {
    if ((await hashAt(join(to, path), report, signal)) !== sha256) throw differsError();
    if ((await getFileStamp(join(from, path))) !== stamp) throw changedError();
  }
  for (const { path } of [...folders].reverse()) await syncFolder(join(to, path));
  const moved = [...copied, ...copiedLinks].map(({ path, stamp }) => ({ path, stamp }));
  await writeMoveMark(to, { from, files: moved }, platform);
}

interface CopyOptions {
  mode: number;
  report(chunk: Buffer): void;
  signal: AbortSignal;
}

/** Resolves to the SHA-256 of the bytes that were read, in lower-case hexadecimal. */
async function copyFile(from: string, to: string, { mode, report, signal }: CopyOptions): Promise<string> {
  const copy = await open(to, 'wx', mode | 0o200);
  try {
    let position = 0;
    const append = async (chunk: Buffer) => {
      await writeFully(copy, chunk, position);
      position += chunk.length;
      report(chunk);
    };
    const sha256 = await readRegularFile(from, { followLinks: false }, (handle) =>
      hashFile(handle, append, signal),
    );
    await copy.datasync();
    return sha256;
  } finally {
    await copy.close();
  }
}

function hashAt(path: string, report: (chunk: Buffer) => void, signal: AbortSignal): Promise<string> {
  return readRegularFile(path, { followLinks: false }, (handle) => hashFile(handle, report, signal));
}

function changedError(): StetError {
  return new StetError(
    'conflict',
    'The library was not copied: another program wrote to it at the same time. It is where it was. Close that program, then try again.',
  );
}

function differsError(): StetError {
  return new StetError(
    'damaged',
    'The library was not copied: its copy differs from it, so the other disk can’t be trusted. It is where it was. Choose another folder.',
  );
}

interface Move {
  from: string;
  /** An empty folder, or one that is to be created. */
  to: string;
  userDataFolder: string;
  /** The right to write to the library of `from`. */
  access: WriteAccess;
}

/**
 * Moves a library that nobody uses meanwhile: by one rename within a file system, otherwise by a copy that is verified before
 * the record names it. The record says what is under way, so that exactly one whole library is known whenever the process
 * dies; `finish-move.ts` clears up afterwards. Resolves once the record would survive a power cut. Rejects with a `StetError` or
 * with the signal's reason when it aborts, and then the library is where it was.
 */
export async function moveLibrary(move: Move, task: Task, platform: PlacePlatform): Promise<void> {
  const { to, userDataFolder, access } = move;
  const record = new PlaceFile(userDataFolder, platform);
  try {
    const from = await realpath(move.from);
    await access.verify();
    await record.change({ moving: to });
    await createFolder(dirname(to));
    if (await renameFolder(from, to)) return await noteRename({ from, to }, record, platform);
    await copyLibrary(from, to, task, platform);
    task.signal.throwIfAborted();
    await access.verify();
    await record.change({ folder: to, moving: null, leaving: from });
  } catch (error) {
    await undo(move, record, platform);
    throw task.signal.aborted ? error : notMovedError(error);
  }
}

/** Never rejects: should something fail here, the next start finds the library by what the record says of the move. */
async function noteRename(
  { from, to }: { from: string; to: string },
  record: PlaceFile,
  { log }: PlacePlatform,
): Promise<void> {
  try {
    await syncFolder(dirname(to));
    await syncFolder(dirname(from));
    // The lock came along, and the library that is opened next has one of its own.
    await rm(libraryPaths(to).lock, { force: true });
    await record.change({ folder: to, moving: null });
  } catch (error) {
    log.error('the new place of the library could not be stored', error);
  }
}

/** The record comes first: only then no record can name the copy that is removed. Never rejects. */
async function undo({ from, to }: Move, record: PlaceFile, platform: PlacePlatform): Promise<void> {
  try {
    await record.change({ folder: from, moving: to, leaving: null });
    await discardCopy(to, platform);
    await record.change({ moving: null });
  } catch (error) {
    platform.log.error('the end of a move could not be stored', error);
  }
}

/** Moves the folder at once; false when it has to be copied, and then nothing was changed. Rejects with the system's error. */
async function renameFolder(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const code = getErrorCode(error) ?? '';
    // Windows replaces no folder, not even an empty one.
    if (/^(EEXIST|EPERM|ENOTEMPTY)$/.test(code) && process.platform === 'win32')
      return rmdir(to)
        .then(() => rename(from, to))
        .then(
          () => true,
          () => false,
        );
    // Another file system, the root of one, or a folder that can't be renamed: it can be copied all the same.
    if (/^(EXDEV|EBUSY|EPERM|EACCES|ENOTEMPTY|EEXIST|ENOTSUP|EINVAL|ENOENT|ENOTDIR)$/.test(code))
      return false;
    throw error;
  }
}

function notMovedError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  return new StetError(
    'notSaved',
    `The library was not moved: ${why}. It is where it was, and nothing in it was changed. ${remedy}, then move it again.`,
    { cause: error },
  );
}
