import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { chmod, mkdir, open, stat } from './disk';

/**
 * Who may read what Stet creates: the user alone (files 0600, folders 0700), whatever the umask is. Inside of a folder that its
 * group may write to, such as a library on a shared drive, the group gets the access that it has to the folder. Existing
 * files and folders keep their mode. On Windows, access is inherited and these bits mean nothing.
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

/** Sets a mode beyond the umask. Some file systems have no modes; there the access is what the system made it. */
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
export async function createPrivateFolder(path: string): Promise<void> {
  await mkdir(path, privateFolder);
  const shared = await getSharedMode(dirname(path));
  if (shared !== null) await setMode(chmod(path, privateFolder | (shared & (groupBits | setGroupId))));
}

/** Makes an existing folder private, unless its group may write to it. Never rejects. */
export async function makePrivateFolder(path: string): Promise<void> {
  if ((await getSharedMode(path)) === null) await setMode(chmod(path, privateFolder));
}

/** Gives a new file the mode of the one that it will replace, if there is one. */
export async function keepMode(handle: FileHandle, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const existing = await stat(path).catch(() => null);
  if (existing) await setMode(handle.chmod(existing.mode & 0o777));
}
