import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LibraryHolder } from '../../../../shared/contract/library-access';
import type { StetError } from '../../errors/stet-error';
import { currentTimestamp, type Platform } from '../../platform';
import { createSerialQueue } from '../../serial-queue';
import { createFolder } from '../files/durable-file';
import {
  createLock,
  createToken,
  encodeLock,
  isFileOf,
  type Lock,
  type LockOnDisk,
  readLock,
  readLockText,
  removeLeftLock,
  removeLock,
  writeBeat,
} from './lock-file';
import { describeReadOnly, describeUnlockable, lockedError } from './lock-messages';
import { LockWatch } from './lock-watch';
import { identifyThisProcess, isCertainlyDead, type ProcessIdentity } from './this-process';
import type { WriteAccess } from './write-access';

/** How often a sign of life is written, and how often another's is looked for, in milliseconds. */
const beatMs = 5_000;
/** How often a start tries to take over the lock of a dead process. */
const maxAttempts = 3;
/** How long to wait before a lock that is just being written is read again, in milliseconds, and how often. */
const rereadMs = 5;
const rereads = 4;

/** Who may write to the library, as seen from this process. */
export type LockState =
  | { kind: 'held' }
  /**
   * Another process may write; `holder` is null when its lock can't be read. `isQuiet`: it gave no sign of life for half a
   * minute, so it can be taken over.
   */
  | { kind: 'foreign'; holder: LibraryHolder | null; isQuiet: boolean }
  /** The other process has given the library back. */
  | { kind: 'free' }
  /** The library can't be locked: its disk is write-protected, or similar. */
  | { kind: 'unlockable'; why: string };

interface LockContext extends Pick<Platform, 'now' | 'schedule' | 'timeZone' | 'userDataFolder' | 'log'> {
  processNumber: number;
  /** Called when the state changes, except by this process's own calls. */
  onChange(state: LockState): void;
  /** Called every few seconds while this process may not write to the library. */
  onLook?: () => void;
}

/**
 * The lock of a library, by which one process at a time writes to it: a file with a random token and a beat that counts up
 * (`lock-file.ts`). It works on every file system that renames atomically, on network drives and in synced folders.
 *
 * - A lock that is left by a process that certainly died on this computer is taken over without asking (`this-process.ts`).
 * - Any other is respected until it was seen without a beat for half a minute, and then until the reviewer agrees. Only
 *   looks are counted, never times compared.
 * - A holder that was paused and taken over finds another token at its next write and writes nothing (`verify`).
 */
export class LibraryLock implements WriteAccess {
  readonly #inTurn = createSerialQueue();
  #state: LockState = { kind: 'free' };
  /** Whether the process that held the lock before died with it, so that it may have left temporary files. */
  #wasLeft = false;
  #own: Lock | null = null;
  /** The file of our own lock, kept because every edit compares it. */
  #ownText = '';
  readonly #watch = new LockWatch();
  #cancelNext: () => void = () => undefined;
  #isClosed = false;
  /** Why nothing may be written for now, although the library is locked; null when something may. */
  #paused: StetError | null = null;

  private constructor(
    private readonly path: string,
    private readonly identity: ProcessIdentity,
    private readonly context: LockContext,
  ) {}

  /** Locks the library whose lock is at the path, if nobody else has. Rejects when its folder can't be created. */
  static async open(path: string, context: LockContext): Promise<LibraryLock> {
    const identity = await identifyThisProcess(context.processNumber, context);
    const lock = new LibraryLock(path, identity, context);
    await createFolder(dirname(path));
    await lock.#acquire();
    lock.#scheduleNext();
    return lock;
  }

  get state(): LockState {
    return this.#state;
  }

  get refusal(): string | null {
    if (this.#state.kind === 'foreign') return describeReadOnly(this.#state.holder, this.context.timeZone());
    return this.#state.kind === 'unlockable' ? this.#state.why : null;
  }

  get wasLeft(): boolean {
    return this.#wasLeft;
  }

  verify(): Promise<void> {
    return this.#inTurn(() => this.#verify());
  }

  /** From now on nothing is written to the library, as `failure` says, until the returned function is called. */
  pause(failure: StetError): () => void {
    this.#paused = failure;
    return () => {
      this.#paused = null;
    };
  }

  async #verify(): Promise<void> {
    if (this.#paused) throw this.#paused;
    if (this.#own && (await readLockText(this.path)) === this.#ownText) return;
    const onDisk = await this.#readWhole();
    if (isFileOf(this.#own, onDisk?.text)) return;
    // Without a lock on the disk nobody writes: a sync tool or a person removed ours, or another gave the library back.
    const before = this.#state;
    if (onDisk === null && (await this.#create())) {
      if (before.kind !== 'held') this.context.onChange(this.#state);
      return;
    }
    const holder = this.#getHolder(await this.#readWhole());
    this.#own = null;
    this.#change({ kind: 'foreign', holder, isQuiet: false });
    throw lockedError(holder, this.context.timeZone());
  }

  /**
   * Takes over a lock that is quiet or free; false when another process was faster, or lives after all. Rejects with the
   * system's error.
   */
  takeOver(): Promise<boolean> {
    return this.#inTurn(() => this.#takeOver());
  }

  async #takeOver(): Promise<boolean> {
    const onDisk = await readLock(this.path);
    if (onDisk === null) return this.#create();
    if (isFileOf(this.#own, onDisk.text)) return true;
    // Also the lock of this very process, when the disk failed just after it was written.
    if (onDisk.lock && isCertainlyDead(onDisk.lock, this.identity)) return this.#replace(onDisk.text);
    return this.#watch.hasSeenQuiet(onDisk.text) && this.#replace(onDisk.text);
  }

  /** Gives the lock back. Never rejects: a lock that can't be removed is taken over at the next start. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelNext();
    return this.#inTurn(() => this.#giveBack());
  }

  async #giveBack(): Promise<void> {
    const own = this.#own;
    this.#own = null;
    if (own === null) return;
    try {
      if (isFileOf(own, (await readLock(this.path))?.text)) await removeLock(this.path);
    } catch (error) {
      this.context.log.error('the lock of the library could not be removed', error);
    }
  }

  async #acquire(): Promise<void> {
    try {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        if (await this.#create()) return;
        const onDisk = await this.#readWhole();
        if (!onDisk?.lock || !isCertainlyDead(onDisk.lock, this.identity)) break;
        this.#wasLeft = true;
        // False when the last sign of life of the dead process came in between.
        if (await this.#replace(onDisk.text)) return;
      }
      const onDisk = await this.#readWhole();
      this.#watch.look(onDisk?.text ?? '');
      this.#state = { kind: 'foreign', holder: this.#getHolder(onDisk), isQuiet: false };
    } catch (error) {
      this.#state = { kind: 'unlockable', why: describeUnlockable(error) };
    }
  }

  async #create(): Promise<boolean> {
    // Without the lock nothing is written, not even the file that would become it.
    if ((await readLock(this.path)) !== null) return false;
    const own = this.#createOwn();
    if (!(await createLock(this.path, own))) return false;
    this.#hold(own);
    return true;
  }

  /** Two processes may do this at the same moment: one of them gets the lock. */
  async #replace(left: string): Promise<boolean> {
    return (await removeLeftLock(this.path, left)) && (await this.#create());
  }

  #getHolder(onDisk: LockOnDisk | null): LibraryHolder | null {
    if (!onDisk?.lock) return null;
    const { host, boot, since } = onDisk.lock;
    // Two computers may have the same name, but not the same start.
    const isHere = host === this.identity.host && (boot === null || boot === this.identity.boot);
    return { host, isHere, since };
  }

  #createOwn(): Lock {
    return { token: createToken(), ...this.identity, since: currentTimestamp(this.context), beat: 0 };
  }

  #hold(own: Lock): void {
    this.#own = own;
    this.#ownText = encodeLock(own);
    this.#state = { kind: 'held' };
  }

  #scheduleNext(): void {
    if (this.#isClosed || this.#state.kind === 'unlockable') return;
    this.#cancelNext = this.context.schedule(beatMs, () => {
      void this.#inTurn(() => this.#beatOrLook())
        .catch((error) => this.context.log.error('the lock of the library could not be reached', error))
        .then(() => this.#scheduleNext());
    });
  }

  async #beatOrLook(): Promise<void> {
    if (this.#own) await this.#beat(this.#own);
    else await this.#lookAgain();
  }

  async #beat(own: Lock): Promise<void> {
    own.beat += 1;
    this.#ownText = encodeLock(own);
    if (await writeBeat(this.path, own)) return;
    // It was taken over while this process was paused.
    await this.#verify().catch(() => undefined);
  }

  async #lookAgain(): Promise<void> {
    const onDisk = await readLock(this.path);
    // Also when the other has just closed: it may have saved since the last look.
    this.context.onLook?.();
    if (onDisk === null) return this.#change({ kind: 'free' });
    this.#watch.look(onDisk.text);
    this.#change({ kind: 'foreign', holder: this.#getHolder(onDisk), isQuiet: this.#watch.isQuiet });
  }

  /** Reads the lock again while it is just being written. */
  async #readWhole(): Promise<LockOnDisk | null> {
    let onDisk = await readLock(this.path);
    for (let reread = 0; onDisk && !onDisk.lock && reread < rereads; reread += 1) {
      await sleep(rereadMs);
      onDisk = await readLock(this.path);
    }
    return onDisk;
  }

  #change(state: LockState): void {
    const hasChanged = JSON.stringify(state) !== JSON.stringify(this.#state);
    this.#state = state;
    if (hasChanged) this.context.onChange(state);
  }
}
