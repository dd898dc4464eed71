import { currentTimestamp, type Platform } from '../../platform';
import { createToken, encodeLock, isFileOf, type Lock, readLock, readLockText } from './lock-file';
import type { ProcessIdentity } from './this-process';
import { createLock, removeLeftLock, removeLock, writeBeat } from './write-lock';

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
    private readonly context: Pick<Platform, 'now'>,
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
