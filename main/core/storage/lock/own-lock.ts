import { dirname } from 'node:path';
import { getErrorCode } from '../../errors/error-code';
import { currentTimestamp, type System } from '../../system';
import { link, open, rename, rm } from '../files/disk';
import { writeFully } from '../files/durable-file';
import { createPrivateFile } from '../files/private-access';
import { createTempPath } from '../files/temp-files';
import { createToken, encodeLock, isFileOf, type Lock, readLock, readLockText } from './lock-file';
import type { ProcessIdentity } from './this-process';

/** Creates the lock; false when there is one. Rejects with the system's error, and then nothing was created. */
async function createLock(path: string, lock: Lock): Promise<boolean> {
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
async function removeLeftLock(path: string, text: string): Promise<boolean> {
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
 * Writes the next sign of life into our own lock. False when it is not ours any more. It is written to the file that was
 * just read, whatever is at the path by then, so a process that was paused never overwrites another's lock. Rejects with the
 * system's error.
 */
async function writeBeat(path: string, lock: Lock): Promise<boolean> {
  const handle = await open(path, 'r+');
  try {
    if (!isFileOf(lock, await handle.readFile('utf8'))) return false;
    await writeFully(handle, Buffer.from(encodeLock(lock)), 0);
    return true;
  } finally {
    await handle.close();
  }
}

/** Removes the lock. Rejects with the system's error. */
async function removeLock(path: string): Promise<void> {
  await rm(path, { force: true });
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

  /** Whether a lock's file with this text is ours. */
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
    return writeBeat(this.path, lock);
  }

  /** Another process has the library now. */
  lose(): void {
    this.#lock = null;
  }

  /** Removes the lock, unless it is another's by now. */
  async giveBack(): Promise<void> {
    const lock = this.#lock;
    this.#lock = null;
    if (lock && isFileOf(lock, (await readLock(this.path))?.text)) await removeLock(this.path);
  }
}
