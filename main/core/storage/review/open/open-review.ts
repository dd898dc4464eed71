import { createSerialQueue } from '../../../serial-queue';
import type { ReviewStore } from '../review-store';
import { type SaveContext, saveCaches } from './save-caches';

/** One review that is open, being opened, or being closed: who uses it, and what is scheduled for it. */
export class OpenReview {
  /** Whether the window shows the review. Such a review stays open however long nothing happens. */
  isInWindow = false;
  /** Cancels the scheduled writing of the caches. */
  cancelSave: () => void = () => undefined;
  /** Saves the caches one after the other: whoever saves last waits until the earlier ones are on the disk. */
  readonly #saveInTurn = createSerialQueue();
  #users = 0;
  #leaving = new AbortController();
  readonly #idleListeners: (() => void)[] = [];

  constructor(
    readonly articleId: string,
    readonly store: Promise<ReviewStore>,
  ) {}

  /** Whether a call is using the store right now. */
  get isInUse(): boolean {
    return this.#users > 0;
  }

  /** Runs a call with the store. The signal aborts when the window leaves the review. */
  async use<T>(call: (store: ReviewStore, left: AbortSignal) => Promise<T>): Promise<T> {
    this.#users += 1;
    try {
      return await call(await this.store, this.#leaving.signal);
    } finally {
      this.#users -= 1;
      if (this.#users === 0) for (const notify of this.#idleListeners.splice(0)) notify();
    }
  }

  /** Aborts the signals of the calls in progress. */
  leave(): void {
    this.isInWindow = false;
    this.#leaving.abort();
    this.#leaving = new AbortController();
  }

  /** Resolves once no call uses the store any more. */
  async waitUntilIdle(): Promise<void> {
    if (!this.isInUse) return;
    await new Promise<void>((resolve) => this.#idleListeners.push(resolve));
  }

  /** The store, or null when it could not be opened. */
  async getStore(): Promise<ReviewStore | null> {
    return this.store.catch(() => null);
  }

  /** Writes the caches now, when they are to be saved once the earlier ones are on the disk. Never rejects. */
  async save(isToBeSaved: (store: ReviewStore) => boolean, context: SaveContext): Promise<void> {
    this.cancelSave();
    const store = await this.getStore();
    if (!store) return;
    await this.#saveInTurn(async () => {
      if (isToBeSaved(store)) await saveCaches(this.articleId, store, context);
    });
  }
}
