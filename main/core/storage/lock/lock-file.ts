import { randomBytes } from 'node:crypto';
import { close, constants, open, read } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { timestampSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/error-code';
import { encodeChecksummed } from '../files/checksummed-text';
import { isLink, LinkError, noFollow } from '../files/disk';
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
  /** Number of the process in its namespace. */
  process: z.int(),
  /**
   * Id of the PID namespace, where the system has them: a container or a Flatpak numbers its processes by itself. Null on other
   * systems.
   */
  namespace: z.string().nullable(),
  since: timestampSchema,
  /** Counted up while the process lives. Others judge by it, because the clocks of two computers can't be compared. */
  beat: z.int().nonnegative(),
});

/** The content of a lock: who may write to the library. It names a computer and a process, never a person. */
export type Lock = z.infer<typeof lockSchema>;

/** More than any lock has. */
const maxLockBytes = 4_096;

/** How long to wait before a lock that is just being written is read again, in milliseconds, and how often. */
const rereadMs = 5;
const rereads = 4;

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

/** As `readLock`, but reads the lock again while it is just being written. */
export async function readWholeLock(path: string): Promise<LockOnDisk | null> {
  let onDisk = await readLock(path);
  for (let reread = 0; onDisk && !onDisk.lock && reread < rereads; reread += 1) {
    await sleep(rereadMs);
    onDisk = await readLock(path);
  }
  return onDisk;
}

/** The memory that the next read uses, unless another read is using it: reads are as frequent as edits and parts of files. */
let spare: Buffer | null = null;

/**
 * The lock's file as text; null when there is none. By callbacks and without waiting for the file to be closed, because this
 * is part of every edit, and half as long as `readFile`. A link is not followed. Rejects with the system's error.
 */
export async function readLockText(path: string): Promise<string | null> {
  if (noFollow === 0 && (await isLink(path))) throw new LinkError(path);
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      const code = getErrorCode(error);
      if (code === 'ENOENT') resolve(null);
      else reject(code === 'ELOOP' ? new LinkError(path) : error);
    };
    open(path, constants.O_RDONLY | noFollow, (notOpened, file) => {
      if (notOpened) return fail(notOpened);
      const bytes = spare ?? Buffer.alloc(maxLockBytes);
      spare = null;
      read(file, bytes, 0, bytes.length, 0, (notRead, length) => {
        close(file);
        if (notRead) fail(notRead);
        else resolve(bytes.toString('utf8', 0, length));
        spare = bytes;
      });
    });
  });
}

/**
 * Whether a lock's file is that of `lock`, whose token is random: also when a sign of life was written in part, because the disk
 * failed, so that the file can't be read.
 */
export function isFileOf(lock: Lock | null, text: string | undefined): lock is Lock {
  return lock !== null && text?.includes(lock.token) === true;
}

/** The text of a lock's file. */
export function encodeLock(lock: Lock): string {
  return encodeChecksummed(format.format, format.version, lock);
}
