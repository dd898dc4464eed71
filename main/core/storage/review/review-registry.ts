import type { Platform } from '../../platform';
import { createSerialQueue } from '../../serial-queue';
import type { ReviewStore } from './review-store';
import { type SaveContext, saveCaches } from './save-caches';

/** How long after the last change the snapshot is written, in milliseconds. */
export const snapshotDelayMs = 2_000;

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

interface RegistryContext extends SaveContext, Pick<Platform, 'schedule' | 'emit'> {
  /** Opens the store of an article. */
  loadStore(articleId: string): Promise<ReviewStore>;
}

/**
 * The stores that are open, at most one for each article. When the window does not show a review, it is closed as soon as it is
 * idle and its changes, if any, are in its snapshot.
 */
export class ReviewRegistry {
  readonly #open = new Map<string, OpenReview>();
  /** Reviews that are being closed. The next call waits until their files are closed. */
  readonly #closing = new Map<string, Promise<void>>();

  constructor(private readonly context: RegistryContext) {}

  /** The open reviews by article, as they are at each moment. */
  get reviews(): ReadonlyMap<string, OpenReview> {
    return this.#open;
  }

  /** Whether calls still get this review. */
  has(review: OpenReview): boolean {
    return this.#open.get(review.articleId) === review;
  }

  /** Opens a review that is not open. */
  open(articleId: string): OpenReview {
    const review = new OpenReview(articleId, this.#loadStore(articleId));
    this.#open.set(articleId, review);
    review.store.catch(() => {
      if (this.has(review)) this.#open.delete(articleId);
    });
    return review;
  }

  async #loadStore(articleId: string): Promise<ReviewStore> {
    await this.#closing.get(articleId);
    return this.context.loadStore(articleId);
  }

  /** Writes the caches when nothing was changed for a while. */
  scheduleSave(review: OpenReview): void {
    review.cancelSave();
    review.cancelSave = this.context.schedule(snapshotDelayMs, () => void this.saveAndClose(review));
  }

  /** Writes the caches now if they are to be saved, then closes the review if nobody uses it. Never rejects. */
  async saveAndClose(
    review: OpenReview,
    isToBeSaved = (store: ReviewStore) => store.hasUnsavedChanges,
  ): Promise<void> {
    await review.save(isToBeSaved, this.context);
    await this.closeIfIdle(review);
  }

  /** Closes a review that nobody uses. Never rejects. */
  async closeIfIdle(review: OpenReview): Promise<void> {
    const store = await review.getStore();
    if (!store || !this.has(review)) return;
    if (review.isInUse || review.isInWindow || store.hasUnsavedChanges) return;
    // Nothing was awaited since these checks, so the next call opens the article anew.
    this.#open.delete(review.articleId);
    review.cancelSave();
    await this.#trackClosing(review.articleId, store.close());
  }

  /** Closes a review whose caches can't be written, as on a full disk or without the lock: the next start makes them again. */
  async closeUnsaved(review: OpenReview): Promise<void> {
    const store = await review.getStore();
    if (!store || review.isInUse || !this.has(review)) return;
    this.#open.delete(review.articleId);
    await this.#trackClosing(review.articleId, store.close());
  }

  /**
   * Closes a review, then runs a task during which nothing uses the article's folder: calls that come meanwhile wait. Rejects
   * as the task does.
   */
  async closeAndRun(articleId: string, task: () => Promise<void>): Promise<void> {
    const review = this.#open.get(articleId);
    const closingBefore = this.#closing.get(articleId);
    review?.leave();
    const done = (async () => {
      await closingBefore;
      await review?.waitUntilIdle();
      await review?.save((store) => store.hasUnsavedSnapshot, this.context);
      await (await review?.getStore())?.close();
      await task();
    })();
    // Nothing was awaited since `#open` was read above: from now on calls wait.
    this.#open.delete(articleId);
    await this.#trackClosing(
      articleId,
      done.catch(() => undefined),
    );
    await done;
  }

  /** Closes an article, so that the next call reads it from the disk, and has the window load it again. Never rejects. */
  async showAgain({ articleId, isInWindow }: OpenReview): Promise<void> {
    const { log, emit } = this.context;
    await this.closeAndRun(articleId, async () => undefined).catch((error) =>
      log.error('an article could not be closed', error),
    );
    if (isInWindow) emit({ type: 'reviewChanged', articleId, message: null });
  }

  /** Resolves once the reviews that are being closed are closed. Never rejects. */
  async waitUntilClosed(): Promise<void> {
    await Promise.all(this.#closing.values());
  }

  /** Makes new calls wait for `closing`, which must not reject. */
  async #trackClosing(articleId: string, closing: Promise<void>): Promise<void> {
    this.#closing.set(articleId, closing);
    await closing;
    if (this.#closing.get(articleId) === closing) this.#closing.delete(articleId);
  }
}
