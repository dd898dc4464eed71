import { dirname } from 'node:path';
import { getErrorCode } from '../../../errors/error-code';
import { StetError } from '../../../errors/stet-error';
import type { Task } from '../../../tasks/task';
import { realpath, rename, rm, rmdir } from '../../files/disk';
import { describeDiskError } from '../../files/disk-messages';
import { createFolder, syncFolder } from '../../files/durable-file';
import type { WriteAccess } from '../../lock/write-access';
import { libraryPaths } from '../../paths';
import { PlaceFile, type PlacePlatform } from '../place-record';
import { copyLibrary } from './copy-library';
import { discardCopy } from './finish-move';

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
