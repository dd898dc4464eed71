import { createHash, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { timestampSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/error-code';
import { encodeChecksummed } from '../files/checksummed-text';
import { createTempPath, replaceFile, writeFully } from '../files/durable-file';
import { parseJsonFile } from '../files/json-file-format';

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

const format = { format: 'stet-lock', version: 1, schema: lockSchema };

/** A new token for a lock. */
export function createToken(): string {
  return randomBytes(16).toString('hex');
}

export interface LockOnDisk {
  /** Null when the file is just being written, or was not written by this version. */
  lock: Lock | null;
  /** Changes with every sign of life. */
  fingerprint: string;
}

/** Reads the lock of a library; null when there is none. Rejects with the system's error. */
export async function readLock(path: string): Promise<LockOnDisk | null> {
  try {
    const bytes = await readFile(path);
    const parsed = parseJsonFile(bytes, format);
    return {
      lock: parsed.state === 'read' ? parsed.data : null,
      fingerprint: createHash('sha256').update(bytes).digest('hex'),
    };
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
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
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(encode(lock));
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Puts a lock in the place of another's. Rejects with the system's error, and then the other's is still there. */
export async function replaceLock(path: string, lock: Lock): Promise<void> {
  await withTempFile(path, lock, (temp) => replaceFile(temp, path));
}

/**
 * Writes the next sign of life into our own lock. False when it is not ours any more. It is written to the file that was
 * just read, whatever is at the path by then, so a process that was paused never overwrites another's lock. Rejects with the
 * system's error.
 */
export async function writeBeat(path: string, lock: Lock): Promise<boolean> {
  const handle = await open(path, 'r+');
  try {
    const parsed = parseJsonFile(await handle.readFile(), format);
    if (parsed.state !== 'read' || parsed.data.token !== lock.token) return false;
    await writeFully(handle, Buffer.from(encode(lock)), 0);
    return true;
  } finally {
    await handle.close();
  }
}

/** Removes the lock. Rejects with the system's error. */
export async function removeLock(path: string): Promise<void> {
  await rm(path, { force: true });
}

function encode(lock: Lock): string {
  return encodeChecksummed(format.format, format.version, lock);
}

async function withTempFile<T>(path: string, lock: Lock, use: (temp: string) => Promise<T>): Promise<T> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    const handle = await open(temp, 'wx');
    try {
      await handle.writeFile(encode(lock));
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
