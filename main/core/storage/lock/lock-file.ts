import { randomBytes } from 'node:crypto';
import { close, constants, open as openByCallback, read } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { timestampSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/stet-error';
import { currentTimestamp, type System } from '../../system';
import { encodeChecksummed, parseJsonFile } from '../files/checksummed-json';
import { ifThere, isLink, LinkError, link, noFollow, open, rename, rm } from '../files/disk';
import { createPrivateFile, createTempPath, writeFully } from '../files/durable-file';

const lockSchema = z.looseObject({
  /** Random, so that nobody mistakes another's lock for their own. */
  token: z.string(),
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

export type ProcessIdentity = Pick<Lock, 'host' | 'installation' | 'boot' | 'process' | 'namespace'>;

/** More than any lock has. */
const maxLockBytes = 4_096;

/** How long to wait before a lock that is just being written is read again, in milliseconds, and how often. */
const rereadMs = 5;
const rereads = 4;

const format = { format: 'stet-lock', version: 1, schema: lockSchema };

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
async function readLockText(path: string): Promise<string | null> {
  if (noFollow === 0 && (await isLink(path))) throw new LinkError(path);
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      const code = getErrorCode(error);
      if (code === 'ENOENT') resolve(null);
      else reject(code === 'ELOOP' ? new LinkError(path) : error);
    };
    openByCallback(path, constants.O_RDONLY | noFollow, (notOpened, file) => {
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
function isFileOf(lock: Lock | null, text: string | undefined): lock is Lock {
  return lock !== null && text?.includes(lock.token) === true;
}

export function encodeLock(lock: Lock): string {
  return encodeChecksummed(format.format, format.version, lock);
}

/** Creates the lock; false when there is one. Rejects with the system's error, and then nothing was created. */
async function createLock(path: string, lock: Lock): Promise<boolean> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    await writeNew(temp, lock);
    // By a hard link, the lock appears with its content or not at all.
    await link(temp, path).catch((error) => {
      if (getErrorCode(error) === 'EEXIST') throw error;
      // For file systems without hard links: a process that dies in between leaves a lock that can't be read.
      return writeNew(path, lock);
    });
    return true;
  } catch (error) {
    if (getErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temp, { force: true }).catch(() => undefined);
  }
}

/** Writes a lock to a new file. Rejects with the system's error, also when it exists (`EEXIST`). */
async function writeNew(path: string, lock: Lock): Promise<void> {
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
async function removeLeftLock(path: string, text: string): Promise<boolean> {
  const aside = createTempPath(dirname(path), 'writing');
  if ((await ifThere(rename(path, aside).then(() => true))) === null) return true;
  const isLeft = (await readLockText(aside)) === text;
  // Its holder writes it again by itself, should this fail.
  if (!isLeft) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return isLeft;
}

/**
 * The lock that this process writes: how it is created, gives signs of life, and is removed. Calls have to be awaited one after
 * the other, and reject with the system's error.
 */
export class OwnLock {
  /** Null while the library is not ours. */
  #lock: Lock | null = null;
  /** The file of the lock, kept because every edit compares it. */
  #text = '';

  constructor(
    private readonly path: string,
    private readonly identity: ProcessIdentity,
    private readonly context: Pick<System, 'now'>,
  ) {}

  get isHeld(): boolean {
    return this.#lock !== null;
  }

  /** Whether the file at the path is the one that was written last. Every edit asks. */
  async isAsWritten(): Promise<boolean> {
    return this.#lock !== null && (await readLockText(this.path)) === this.#text;
  }

  hasText(text: string | undefined): boolean {
    return isFileOf(this.#lock, text);
  }

  /** Creates the lock; false when there is one. */
  async create(): Promise<boolean> {
    // Without the lock nothing is written, not even the file that would become it.
    if ((await readLock(this.path)) !== null) return false;
    const since = currentTimestamp(this.context);
    const lock = { token: createToken(), ...this.identity, since, beat: 0 };
    if (!(await createLock(this.path, lock))) return false;
    this.#lock = lock;
    this.#text = encodeLock(lock);
    return true;
  }

  /**
   * Takes the place of another's lock whose file has the given text; false when that is a newer one. Two processes may do this at
   * the same moment: one of them gets the lock.
   */
  async replace(text: string): Promise<boolean> {
    return (await removeLeftLock(this.path, text)) && (await this.create());
  }

  /** Writes the next sign of life; false when the lock is not ours any more. */
  async beat(): Promise<boolean> {
    const lock = this.#lock;
    if (!lock) return false;
    lock.beat += 1;
    this.#text = encodeLock(lock);
    // Into the file that was just read, whatever is at the path by then: a process that was paused never overwrites another's lock.
    const handle = await open(this.path, 'r+');
    try {
      if (!isFileOf(lock, await handle.readFile('utf8'))) return false;
      await writeFully(handle, Buffer.from(this.#text), 0);
      return true;
    } finally {
      await handle.close();
    }
  }

  lose(): void {
    this.#lock = null;
  }

  /** Removes the lock, unless it is another's by now. */
  async giveBack(): Promise<void> {
    const lock = this.#lock;
    this.#lock = null;
    if (lock && isFileOf(lock, (await readLock(this.path))?.text)) await rm(this.path, { force: true });
  }
}
