import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { getErrorCode } from '../../errors/error-code';
import type { WriteAccess } from '../lock/write-access';
import { open, rename, retryOnWindows, rm, stat } from './disk';
import { MaybeStoredError } from './not-saved-error';
import { createPrivateFile, createPrivateFolder, keepMode } from './private-access';
import { createTempPath } from './temp-files';

interface WriteOptions {
  /** Checks the temporary file before it is renamed. When it rejects, nothing is written. */
  inspect?: (temp: string) => Promise<void>;
  /** Whether a new file is for the user alone (`private-access.ts`), and not for whoever the system lets read new files. */
  isPrivate?: boolean;
}

/**
 * Writes a file whole or not at all: a reader finds either the old content or the new, even after a crash. Resolves once the
 * new content would survive a power cut. Rejects with the system's error, and then the file has its old content; or with a
 * `MaybeStoredError`, and then it has the new one, which a power cut may take back.
 *
 * This is the entry of the durable files: `disk.ts` follows no link in a library, `temp-files.ts` names and removes what is not complete, `durable-json-file.ts` adds a
 * checksum (`checksummed-text.ts`) and a schema, `regular-file.ts` and `read-chunks.ts` read, `disk-messages.ts`,
 * `recovery-messages.ts` and `not-saved-error.ts` say in plain words what went wrong.
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
 * As `writeFileDurably`, for a file that only the library's one writer may write: the right is verified first, and once more
 * right before the rename, because the process may have been paused while it wrote. Rejects as `WriteAccess.verify`, too.
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

/** As `syncFolder`, after a rename or a removal that can't be taken back. Rejects with a `MaybeStoredError`. */
export async function syncChangedFolder(folder: string): Promise<void> {
  await syncFolder(folder).catch((error) => {
    throw new MaybeStoredError('a folder could not be synced', { cause: error });
  });
}

/**
 * Creates a folder and its missing parents, each by `create`, so that they survive a power cut. Not by `recursive`: that
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
