import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getErrorCode } from '#main/base/stet-error.ts';
import { chmod, mkdir, open, readdir, rename, retryOnWindows, rm, stat } from './disk.ts';
import { MaybeStoredError } from './disk-messages.ts';
import type { WriteAccess } from './write-access.ts';

const tempName = /^(?:writing|attaching)\.[0-9a-f]{12}\.tmp$/;

/** Creates a path for an incomplete file, short enough for every disk. `removeTempFiles` recognises it. */
export function createTempPath(folder: string, purpose: 'writing' | 'attaching'): string {
  return join(folder, `${purpose}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Removes temporary files that a killed process left in a folder, if they were last written to before a time in milliseconds of the
 * system's clock. Only for folders that no other process writes to.
 */
export async function removeTempFiles(folder: string, before = Number.POSITIVE_INFINITY): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const path of names.filter((name) => tempName.test(name)).map((name) => join(folder, name))) {
    const isOld = before === Number.POSITIVE_INFINITY || (await isWrittenBefore(path, before));
    if (isOld) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function isWrittenBefore(path: string, time: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs < time,
    () => false,
  );
}

/**
 * Only the user may read what Stet creates (files 0600, folders 0700), whatever the umask is. In a folder that its group may write
 * to, such as a library on a shared drive, the group gets the same access as to that folder. Existing files and folders keep their
 * mode. On Windows, access is inherited and these bits mean nothing.
 */
const privateFile = 0o600;
const privateFolder = 0o700;
const groupBits = 0o070;
const groupWrites = 0o020;
const groupReadsAndWrites = 0o060;
/** New entries of the folder get its group. */
const setGroupId = 0o2000;

/** The mode of a folder whose group may write to it; null when its group may not, or it can't be read. */
async function getSharedMode(folder: string): Promise<number | null> {
  if (process.platform === 'win32') return null;
  const mode = await stat(folder).then(
    (stats) => stats.mode,
    () => 0,
  );
  return (mode & groupWrites) === 0 ? null : mode;
}

/** Sets a mode regardless of the umask. Ignores failures, because some file systems have no modes. */
async function setMode(change: Promise<void>): Promise<void> {
  await change.catch(() => undefined);
}

/** Creates a private file for writing. Rejects with the system's error, also when it exists (`EEXIST`). */
export async function createPrivateFile(path: string): Promise<FileHandle> {
  const handle = await open(path, 'wx', privateFile);
  const shared = await getSharedMode(dirname(path));
  if (shared !== null) await setMode(handle.chmod(privateFile | (shared & groupReadsAndWrites)));
  return handle;
}

/** Creates a private folder. Rejects with the system's error, also when it exists (`EEXIST`). */
async function createPrivateFolder(path: string): Promise<void> {
  await mkdir(path, privateFolder);
  const shared = await getSharedMode(dirname(path));
  if (shared !== null) await setMode(chmod(path, privateFolder | (shared & (groupBits | setGroupId))));
}

/** Makes an existing folder private, unless its group may write to it. Never rejects. */
export async function makePrivateFolder(path: string): Promise<void> {
  if ((await getSharedMode(path)) === null) await setMode(chmod(path, privateFolder));
}

/** Gives a new file the mode of the file that it will replace, if there is one. */
async function keepMode(handle: FileHandle, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const existing = await stat(path).catch(() => null);
  if (existing) await setMode(handle.chmod(existing.mode & 0o777));
}

interface WriteOptions {
  /** Checks the temporary file before it is renamed. When it rejects, nothing is written. */
  inspect?: (temp: string) => Promise<void>;
  /** Whether only the user may read a new file (`createPrivateFile`). Otherwise the system's defaults apply. */
  isPrivate?: boolean;
}

/**
 * Writes a file whole or not at all: a reader finds either the old content or the new, even after a crash. Resolves once the
 * new content would survive a power cut. Rejects with the system's error, and then the file has its old content; or with a
 * `MaybeStoredError`, and then it has the new content, which a power cut may still revert.
 */
export async function writeFileDurably(
  path: string,
  content: string | Uint8Array,
  { inspect, isPrivate = true }: WriteOptions = {},
): Promise<void> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    const handle = isPrivate ? await createPrivateFile(temp) : await open(temp, 'wx');
    try {
      await keepMode(handle, path);
      await handle.writeFile(content);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await inspect?.(temp);
    await replaceFile(temp, path);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncChangedFolder(dirname(path));
}

/**
 * As `writeFileDurably`, for a file that only the library's one writer may write. Verifies the right first, and again right before
 * the rename, because the process may have been paused meanwhile. Also rejects as `WriteAccess.verify`.
 */
export async function writeVerified(
  path: string,
  content: string | Uint8Array,
  access: WriteAccess,
): Promise<void> {
  await access.verify();
  await writeFileDurably(path, content, { inspect: () => access.verify() });
}

/**
 * Writes the whole content at a position, in bytes from the start of the file, or where the file's own position is (null).
 * Rejects with the system's error.
 */
export async function writeFully(
  file: Pick<FileHandle, 'write'>,
  content: Uint8Array,
  position: number | null,
): Promise<void> {
  for (let done = 0; done < content.length; ) {
    const at = position === null ? null : position + done;
    const { bytesWritten } = await file.write(content, done, content.length - done, at);
    done += bytesWritten;
  }
}

/** Renames `temp` to `path`, replacing a file there. */
export function replaceFile(temp: string, path: string): Promise<void> {
  return retryOnWindows(() => rename(temp, path));
}

/** Makes changes to a folder's entries survive a power cut. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** As `syncFolder`, after a rename or a removal that can't be undone. Rejects with a `MaybeStoredError`. */
export async function syncChangedFolder(folder: string): Promise<void> {
  await syncFolder(folder).catch((error) => {
    throw new MaybeStoredError('a folder could not be synced', { cause: error });
  });
}

/**
 * Creates a folder and its missing parents, each by `create`, so that they survive a power cut. Does not use `recursive`, which
 * reports a full or write-protected disk as a missing folder.
 */
export async function createFolder(
  folder: string,
  create: (path: string) => Promise<void> = createPrivateFolder,
): Promise<void> {
  try {
    await create(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    if (getErrorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await createFolder(dirname(folder), create);
    return createFolder(folder, create);
  }
  await syncFolder(dirname(folder));
}

/** Whether there is a folder at the path. Never rejects. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Renames a finished folder to the wanted path, with a number if that is taken. Resolves to its path. Rejects with the system's error. */
export async function nameFolder(unfinished: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted} (${number})`;
    try {
      await rename(unfinished, folder);
      await syncFolder(dirname(folder));
      return folder;
    } catch (error) {
      if (!/^(EEXIST|ENOTEMPTY|EPERM|ENOTDIR)$/.test(getErrorCode(error) ?? '') || number > 99) throw error;
    }
  }
}
