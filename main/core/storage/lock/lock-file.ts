import { randomBytes } from 'node:crypto';
import { close, open, read } from 'node:fs';
import { link, open as openHandle, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { timestampSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/error-code';
import { encodeChecksummed } from '../files/checksummed-text';
import { createTempPath, writeFully } from '../files/durable-file';
import { parseJsonFile } from '../files/json-file-format';
import { createPrivateFile } from '../files/private-access';

const lockSchema = z.looseObject({
  /** Random, so that nobody mistakes another's lock for their own. */
  token: z.string(),
  /** Name of the computer. */
  host: z.string(),
  /** Id of the installation of Stet, because two computers may have the same name. */
  installation: z.string(),
  /** Id of the computer's last start, where the system has one: process numbers are used again after it. */
  boot: z.string().nullable(),
  /** Number of the process on its computer. */
  process: z.int(),
  since: timestampSchema,
  /** Counted up while the process lives. Others judge by it, because the clocks of two computers can't be compared. */
  beat: z.int().nonnegative(),
});

/** The content of a lock: who may write to the library. It names a computer and a process, never a person. */
export type Lock = z.infer<typeof lockSchema>;

/** More than any lock has. */
const maxLockBytes = 4_096;

const format = { format: 'stet-lock', version: 1, schema: lockSchema };

/** A new token for a lock. */
export function createToken(): string {
  return randomBytes(16).toString('hex');
}

export interface LockOnDisk {
  /** Null when the file is just being written, or was not written by this version. */
  lock: Lock | null;
  /** The whole file as text, which changes with every sign of life. */
  text: string;
}

/** Reads the lock of a library; null when there is none. Rejects with the system's error. */
export async function readLock(path: string): Promise<LockOnDisk | null> {
  const text = await readLockText(path);
  if (text === null) return null;
  const parsed = parseJsonFile(Buffer.from(text), format);
  return { lock: parsed.state === 'read' ? parsed.data : null, text };
}

/**
 * The lock's file as text; null when there is none. By callbacks and without waiting for the file to be closed, because this
 * is part of every edit, and half as long as `readFile`. Rejects with the system's error.
 */
export function readLockText(path: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => (getErrorCode(error) === 'ENOENT' ? resolve(null) : reject(error));
    open(path, 'r', (notOpened, file) => {
      if (notOpened) return fail(notOpened);
      const bytes = Buffer.alloc(maxLockBytes);
      read(file, bytes, 0, bytes.length, 0, (notRead, length) => {
        close(file);
        if (notRead) fail(notRead);
        else resolve(bytes.toString('utf8', 0, length));
      });
    });
  });
}

/** Creates the lock; false when there is one. Rejects with the system's error, and then nothing was created. */
export async function createLock(path: string, lock: Lock): Promise<boolean> {
  return withTempFile(path, lock, async (temp) => {
    try {
      // By a hard link, the lock appears with its content or not at all.
      await link(temp, path).catch((error) => {
        if (getErrorCode(error) === 'EEXIST') throw error;
        return createDirectly(path, lock);
      });
      return true;
    } catch (error) {
      if (getErrorCode(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(temp, { force: true });
    }
  });
}

/** For file systems without hard links: a process that dies in between leaves a lock that can't be read. */
async function createDirectly(path: string, lock: Lock): Promise<void> {
  const handle = await createPrivateFile(path);
  try {
    await handle.writeFile(encodeLock(lock));
    await handle.datasync();
  } catch (error) {
    // A full disk may have room for a name and not for the content: an empty lock would look like another's.
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Removes another's lock whose file has the given text. One of several processes that try this succeeds: the file is renamed
 * first, and put back when it turns out to be a newer one. False then. Rejects with the system's error.
 */
export async function removeLeftLock(path: string, text: string): Promise<boolean> {
  const aside = createTempPath(dirname(path), 'writing');
  try {
    await rename(path, aside);
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return true;
    throw error;
  }
  const isLeft = (await readLockText(aside)) === text;
  // Its holder writes it again by itself, should this fail.
  if (!isLeft) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return isLeft;
}

/**
 * Whether a lock's file is that of `lock`, whose token is random: also when a sign of life was written in part, because the disk
 * failed, so that the file can't be read.
 */
export function isFileOf(lock: Lock | null, text: string | undefined): lock is Lock {
  return lock !== null && text?.includes(lock.token) === true;
}

/**
 * Writes the next sign of life into our own lock. False when it is not ours any more. It is written to the file that was
 * just read, whatever is at the path by then, so a process that was paused never overwrites another's lock. Rejects with the
 * system's error.
 */
export async function writeBeat(path: string, lock: Lock): Promise<boolean> {
  const handle = await openHandle(path, 'r+');
  try {
    if (!isFileOf(lock, await handle.readFile('utf8'))) return false;
    await writeFully(handle, Buffer.from(encodeLock(lock)), 0);
    return true;
  } finally {
    await handle.close();
  }
}

/** Removes the lock. Rejects with the system's error. */
export async function removeLock(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** The text of a lock's file. */
export function encodeLock(lock: Lock): string {
  return encodeChecksummed(format.format, format.version, lock);
}

async function withTempFile<T>(path: string, lock: Lock, use: (temp: string) => Promise<T>): Promise<T> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    const handle = await createPrivateFile(temp);
    try {
      await handle.writeFile(encodeLock(lock));
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return await use(temp);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error;
  }
}
