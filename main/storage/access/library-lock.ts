import { dirname } from 'node:path';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { ClosingError, StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import type { LibraryAccess, LibraryHolder } from '#shared/contract/commands/library-commands.ts';
import { describeReadOnly, type ReadOnlyAccess } from '#shared/contract/library-access.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatHolder } from '#shared/text/format/wording.ts';
import { describeDiskError } from '../disk/disk-messages.ts';
import { createFolder } from '../disk/durable-file.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import type { Writer } from './library-id.ts';
import { type LockOnDisk, OwnLock, type ProcessIdentity, readLock, readWholeLock } from './lock-file.ts';
import { identifyThisProcess, isCertainlyDead, toHolder } from './this-process.ts';

/** The state of the library's lock, as seen from this process. */
export type LockState =
  | { kind: 'held' }
  /**
   * Another process may write. `holder` is null when its lock can't be read. `isStale` means that it had no heartbeat for half a
   * minute, so that this process can take over.
   */
  | { kind: 'foreign'; holder: LibraryHolder | null; isStale: boolean }
  /** The other process has released the lock. */
  | { kind: 'free' }
  /** This process does not try to lock the library, for a reason that the window shows. */
  | { kind: 'withheld'; access: ReadOnlyAccess }
  /** The library can't be locked, for example because its disk is write-protected. */
  | { kind: 'unlockable'; why: string };

export function describeAccess(state: LockState): LibraryAccess {
  switch (state.kind) {
    case 'held':
      return { kind: 'writable' };
    case 'foreign':
      return { kind: 'elsewhere', holder: state.holder, isStale: state.isStale };
    case 'free':
      return { kind: 'free' };
    case 'withheld':
      return state.access;
    case 'unlockable':
      return { kind: 'unwritable', why: state.why };
  }
}

/** How often a heartbeat is written, and another's lock is read, in milliseconds. */
const heartbeatMs = 5_000;
/** How often a start tries to take over the lock of a dead process. */
const maxAttempts = 3;

export interface LockOptions {
  /** Why this process must not write to the library, even if its lock is free. Then it does not even write a lock. */
  withheld?: ReadOnlyAccess | null;
  /** Called when the state changes, except by this process's own calls. */
  onChange(state: LockState): void;
  /** Called every few seconds while this process may not write to the library. */
  onLook?: () => void;
}

interface LockContext
  extends LockOptions,
    Pick<System, 'now' | 'schedule' | 'timeZone' | 'userDataFolder' | 'log'> {
  processNumber: number;
}

/**
 * The lock of a library, which allows one process at a time to write to it: a file with a random token and a heartbeat, a number that
 * increases. It works on every file system with atomic renames, on network drives and in synced folders.
 *
 * - The lock of a process that certainly died on this computer is taken over without asking (`this-process.ts`).
 * - Any other lock is respected until its heartbeat has not changed for half a minute and the reviewer agrees to take over. This process
 *   counts its own reads and never compares times, because the clocks of two computers differ.
 * - A holder that was paused and taken over finds another token at its next write and writes nothing (`verify`).
 */
export class LibraryLock implements WriteAccess {
  readonly #inTurn = createSerialQueue();
  #state: LockState = { kind: 'free' };
  /** Whether the last holder of the lock died, so that it may have left temporary files. */
  #wasLeft = false;
  readonly #own: OwnLock;
  readonly #watch = new LockWatch();
  #cancelNext: () => void = () => undefined;
  #isClosed = false;

  private constructor(
    private readonly path: string,
    private readonly identity: ProcessIdentity,
    private readonly context: LockContext,
  ) {
    this.#own = new OwnLock(path, identity, context);
  }

  /** Locks the library whose lock is at the path, if it may and nobody else has. Rejects when its folder can't be created. */
  static async open(path: string, context: LockContext): Promise<LibraryLock> {
    const identity = await identifyThisProcess(context.processNumber, context);
    const lock = new LibraryLock(path, identity, context);
    if (context.withheld) lock.#state = { kind: 'withheld', access: context.withheld };
    else {
      await createFolder(dirname(path));
      await lock.#acquire();
    }
    lock.#scheduleNext();
    return lock;
  }

  get state(): LockState {
    return this.#state;
  }

  get refusal(): string | null {
    if (this.#isClosed) return new ClosingError().message;
    // The next write takes a lock that was released.
    if (this.#state.kind === 'held' || this.#state.kind === 'free') return null;
    const access = describeAccess(this.#state);
    return access.kind === 'writable' ? null : describeReadOnly(access, this.context.timeZone()).sentence;
  }

  get writer(): Writer {
    const { installation, host } = this.identity;
    return { installation, host };
  }

  get wasLeft(): boolean {
    return this.#wasLeft;
  }

  verify(): Promise<void> {
    return this.#inTurn(() => this.#verify());
  }

  async #verify(): Promise<void> {
    // Otherwise, the closed lock would be created again.
    if (this.#isClosed) throw new ClosingError();
    if (this.#state.kind === 'withheld') throw new StetError('readOnly', this.refusal ?? '');
    if (await this.#own.isAsWritten()) return;
    const onDisk = await readWholeLock(this.path);
    if (this.#own.hasText(onDisk?.text)) return;
    // Without a lock on the disk, nobody writes: a sync tool or a person removed ours, or another process released its own.
    const before = this.#state;
    if (onDisk === null && (await this.#create())) {
      if (before.kind !== 'held') this.context.onChange(this.#state);
      return;
    }
    const holder = this.#getHolder(await readWholeLock(this.path));
    this.#own.lose();
    this.#change({ kind: 'foreign', holder, isStale: false });
    throw lockedError(holder, this.context.timeZone());
  }

  /**
   * Takes over a stale or free lock. Resolves to false when another process was faster, or is alive after all. Rejects with the
   * system's error.
   */
  takeOver(): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.#state.kind === 'withheld') return false;
      const onDisk = await readLock(this.path);
      if (onDisk === null) return this.#create();
      if (this.#own.hasText(onDisk.text)) return true;
      // Includes this process's own lock, if the disk failed just after it was written.
      if (onDisk.lock && isCertainlyDead(onDisk.lock, this.identity)) return this.#replace(onDisk.text);
      return this.#watch.hasSeenStale(onDisk.text) && this.#replace(onDisk.text);
    });
  }

  /** Releases the lock. Never rejects: the next start takes over a lock that can't be removed. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelNext();
    return this.#inTurn(() => this.#own.giveBack()).catch((error) =>
      this.context.log.error('the lock of the library could not be removed', error),
    );
  }

  async #acquire(): Promise<void> {
    try {
      for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
        if (await this.#create()) return;
        const onDisk = await readWholeLock(this.path);
        if (!onDisk?.lock || !isCertainlyDead(onDisk.lock, this.identity)) break;
        this.#wasLeft = true;
        // Fails when the last heartbeat of the dead process arrived in between.
        if (await this.#replace(onDisk.text)) return;
      }
      const onDisk = await readWholeLock(this.path);
      this.#watch.look(onDisk?.text ?? '');
      this.#state = { kind: 'foreign', holder: this.#getHolder(onDisk), isStale: false };
    } catch (error) {
      this.#state = { kind: 'unlockable', why: describeUnlockable(error) };
    }
  }

  async #create(): Promise<boolean> {
    return this.#noteHeld(await this.#own.create());
  }

  async #replace(left: string): Promise<boolean> {
    return this.#noteHeld(await this.#own.replace(left));
  }

  #noteHeld(isHeld: boolean): boolean {
    if (isHeld) this.#state = { kind: 'held' };
    return isHeld;
  }

  #getHolder(onDisk: LockOnDisk | null): LibraryHolder | null {
    return onDisk?.lock ? toHolder(onDisk.lock, this.identity) : null;
  }

  #scheduleNext(): void {
    if (this.#isClosed || this.#state.kind === 'unlockable') return;
    this.#cancelNext = this.context.schedule(heartbeatMs, () => {
      void this.#inTurn(() => this.#writeHeartbeatOrLook())
        .catch((error) => this.context.log.error('the lock of the library could not be reached', error))
        .then(() => this.#scheduleNext());
    });
  }

  async #writeHeartbeatOrLook(): Promise<void> {
    if (this.#state.kind === 'withheld') return this.context.onLook?.();
    if (!this.#own.isHeld) return this.#lookAgain();
    // If the heartbeat fails, another process took over while this one was paused.
    if (!(await this.#own.writeHeartbeat())) await this.#verify().catch(() => undefined);
  }

  async #lookAgain(): Promise<void> {
    const onDisk = await readLock(this.path);
    // Called even if the other process has just closed, because it may have saved since the last time.
    this.context.onLook?.();
    if (onDisk === null) return this.#change({ kind: 'free' });
    this.#watch.look(onDisk.text);
    this.#change({ kind: 'foreign', holder: this.#getHolder(onDisk), isStale: this.#watch.isStale });
  }

  #change(state: LockState): void {
    const hasChanged = JSON.stringify(state) !== JSON.stringify(this.#state);
    this.#state = state;
    if (hasChanged) this.context.onChange(state);
  }
}

/** After this many reads in a row without a heartbeat, the lock counts as stale. */
const staleReads = 6;

/** Watches the lock of another process for heartbeats. It counts reads and never compares times. */
class LockWatch {
  #text = '';
  #reads = 0;

  /** Notes the whole text of the lock's file after a read. */
  look(text: string): void {
    this.#reads = this.#text === text ? this.#reads + 1 : 0;
    this.#text = text;
  }

  /** Whether the lock has been unchanged for `staleReads` reads. */
  get isStale(): boolean {
    return this.#reads >= staleReads;
  }

  /** Whether this text is the one that counts as stale. */
  hasSeenStale(text: string): boolean {
    return this.isStale && this.#text === text;
  }
}

function describeHolder(holder: LibraryHolder | null, timeZone: string): string {
  if (holder === null) return 'This library is locked by another Stet';
  return `This library is open ${formatHolder(holder)} since ${formatDateTime(holder.since, timeZone)}`;
}

/** The error of a write without the lock. A later try may succeed, once the lock is free. */
function lockedError(holder: LibraryHolder | null, timeZone: string): StetError {
  const message = `Not saved: ${describeHolder(holder, timeZone)}, and only one Stet can write to it. Close it there, then try again.`;
  return new StetError('notSaved', message);
}

/** Describes why a library can't be locked, and therefore not be written to. */
function describeUnlockable(error: unknown): string {
  const { why, remedy } = describeDiskError(error);
  return `Nothing can be changed in this library: ${why}. ${remedy}, then open the library again.`;
}
