import type { Platform } from '../../platform';

/** How long after the first change since the last backup the next one is due, in milliseconds. */
const changesIntervalMs = 30 * 60_000;
/** How long after a backup that could not be made it is tried again, in milliseconds. */
const retryIntervalMs = 5 * 60_000;
/** How long after the start changes of the last session are backed up, in milliseconds. */
const startDelayMs = 60_000;

/**
 * When backups are due: some time after the first change, as soon as a changed article is closed, some time after the start, and
 * again after a failure. Calls `onDue`, which must not throw.
 */
export class BackupSchedule {
  #cancel: (() => void) | null = null;

  constructor(
    private readonly platform: Pick<Platform, 'schedule'>,
    private readonly onDue: () => void,
  ) {}

  /** Something was changed. */
  noteChange(): void {
    if (!this.#cancel) this.#wait(changesIntervalMs);
  }

  /** A changed article was closed. */
  noteClosed(): void {
    this.#wait(0);
  }

  noteStart(): void {
    this.#wait(startDelayMs);
  }

  noteFailure(): void {
    this.#wait(retryIntervalMs);
  }

  /** Everything is backed up, or nothing is to be. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait(milliseconds: number): void {
    this.stop();
    this.#cancel = this.platform.schedule(milliseconds, () => {
      this.#cancel = null;
      this.onDue();
    });
  }
}
