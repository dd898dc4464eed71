import { randomBytes } from 'node:crypto';
import { close, constants, open as openByCallback, read } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { getErrorCode } from '#main/base/stet-error.ts';
import { currentTimestamp, type System } from '#main/base/system.ts';
import { timestampSchema } from '#shared/domain/base/primitives.ts';
import { encodeChecksummed, parseJsonFile } from '../disk/checksummed-json.ts';
import { ifThere, isLink, LinkError, link, noFollow, open, rename, rm } from '../disk/disk.ts';
import { createPrivateFile, createTempPath, writeFully } from '../disk/durable-file.ts';

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
  /** Increases while the process lives. Other processes watch it, because the clocks of two computers can't be compared. */
  heartbeat: z.int().nonnegative(),
});

/** The content of a lock: who may write to the library. It names a computer and a process, never a person. */
export type Lock = z.infer<typeof lockSchema>;

export type ProcessIdentity = Pick<Lock, 'host' | 'installation' | 'boot' | 'process' | 'namespace'>;

/** No lock is this large, in bytes. */
const maxLockBytes = 4_096;

/** How long to wait before a half-written lock is read again, in milliseconds, and how often. */
const rereadMs = 5;
const rereads = 4;

const format = { format: 'stet-lock', version: 1, schema: lockSchema };

export function createToken(): string {
  return randomBytes(16).toString('hex');
}

export interface LockOnDisk {
  /** Null when the file is half-written or was written by another version. */
  lock: Lock | null;
  /** The whole file as text, which changes with every heartbeat. */
  text: string;
}

/** Reads the lock of a library; null when there is none. Rejects with the system's error. */
export async function readLock(path: string): Promise<LockOnDisk | null> {
  const text = await readLockText(path);
  if (text === null) return null;
  const parsed = parseJsonFile(Buffer.from(text), format);
  return { lock: parsed.state === 'read' ? parsed.data : null, text };
}

/** As `readLock`, but reads the lock again while it is half-written. */
export async function readWholeLock(path: string): Promise<LockOnDisk | null> {
  let onDisk = await readLock(path);
  for (let reread = 0; onDisk && !onDisk.lock && reread < rereads; reread += 1) {
    await sleep(rereadMs);
    onDisk = await readLock(path);
  }
  return onDisk;
}

/** The buffer for the next read, unless another read is using it. It is reused because reads are as frequent as edits. */
let spare: Buffer | null = null;

/**
 * The lock's file as text; null when there is none. Uses callbacks and does not wait for the file to close, because every edit reads
 * the lock, and `readFile` takes twice as long. Does not follow a link. Rejects with the system's error.
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
 * Whether a lock's file is that of `lock`, by its random token, even if a failing disk left a heartbeat half-written.
 */
function isFileOf(lock: Lock | null, text: string | undefined): lock is Lock {
  return lock !== null && text?.includes(lock.token) === true;
}

export function encodeLock(lock: Lock): string {
  return encodeChecksummed(format.format, format.version, lock);
}

/** Creates the lock. Resolves to false when there is one. Rejects with the system's error, and then nothing was created. */
async function createLock(path: string, lock: Lock): Promise<boolean> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    await writeNew(temp, lock);
    // With a hard link, the lock appears whole or not at all.
    await link(temp, path).catch((error) => {
      if (getErrorCode(error) === 'EEXIST') throw error;
      // For file systems without hard links. A process that dies in between leaves an unreadable lock.
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
    // A full disk may have room for the name but not for the content, and an empty lock would look like another's.
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Removes another's lock whose file has the given text. If several processes try this, one succeeds: each renames the file first, and
 * puts it back if it is a newer one. Resolves to false then. Rejects with the system's error.
 */
async function removeLeftLock(path: string, text: string): Promise<boolean> {
  const aside = createTempPath(dirname(path), 'writing');
  if ((await ifThere(rename(path, aside).then(() => true))) === null) return true;
  const isLeft = (await readLockText(aside)) === text;
  // If this fails, the holder writes its lock again.
  if (!isLeft) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return isLeft;
}

/**
 * The lock that this process writes: how it is created, gets its heartbeats, and is removed. Calls have to be awaited one after
 * the other, and reject with the system's error.
 */
export class OwnLock {
  /** Null while this process does not hold the lock. */
  #lock: Lock | null = null;
  /** The text of the lock's file, kept because every edit compares it. */
  #text = '';

  constructor(
    private readonly path: string,
    private readonly identity: ProcessIdentity,
    private readonly context: Pick<System, 'now'>,
  ) {}

  get isHeld(): boolean {
    return this.#lock !== null;
  }

  /** Whether the file at the path is the one that was written last. Runs with every edit. */
  async isAsWritten(): Promise<boolean> {
    return this.#lock !== null && (await readLockText(this.path)) === this.#text;
  }

  hasText(text: string | undefined): boolean {
    return isFileOf(this.#lock, text);
  }

  /** Creates the lock. Resolves to false when there is one. */
  async create(): Promise<boolean> {
    // A process without the lock writes nothing, not even the temporary file of a lock.
    if ((await readLock(this.path)) !== null) return false;
    const since = currentTimestamp(this.context);
    const lock = { token: createToken(), ...this.identity, since, heartbeat: 0 };
    if (!(await createLock(this.path, lock))) return false;
    this.#lock = lock;
    this.#text = encodeLock(lock);
    return true;
  }

  /**
   * Replaces another's lock whose file has the given text. Resolves to false when the file is a newer one. If two processes do this at
   * the same time, one gets the lock.
   */
  async replace(text: string): Promise<boolean> {
    return (await removeLeftLock(this.path, text)) && (await this.create());
  }

  /** Writes the next heartbeat. Resolves to false when the lock is another's by now. */
  async writeHeartbeat(): Promise<boolean> {
    const lock = this.#lock;
    if (!lock) return false;
    lock.heartbeat += 1;
    this.#text = encodeLock(lock);
    // Written into the file that was just read, so that a paused process never overwrites another's lock at the path.
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
