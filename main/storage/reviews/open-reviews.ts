import { createSerialQueue } from '#main/base/serial-queue.ts';
import { ClosingError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { summarizeArticle, writeSummary } from '../article/article-summary.ts';
import { hashText } from '../article/draft-files.ts';
import { stat } from '../disk/disk.ts';
import { articleFolder, articlePaths } from '../disk/paths.ts';
import { UnverifiedHistoryError } from '../history/long-history.ts';
import type { Library } from '../library/library.ts';
import { restoreDraftFrom } from '../repair/repair-article.ts';
import { type LoadStoreContext, loadReviewStore } from './load-review-store.ts';
import { type Peek, peekArticle } from './peek-article.ts';
import type { ReviewStore } from './review-store.ts';

/** How long after the last change the snapshot is written, in milliseconds. */
export const snapshotDelayMs = 2_000;

/** A review that is open, being opened, or being closed, with its users and scheduled work. */
class OpenReview {
  /** Whether the window shows the review. Such a review stays open however long nothing happens. */
  isInWindow = false;
  /** Cancels the scheduled writing of the caches. */
  cancelSave: () => void = () => undefined;
  /** Saves the caches one after the other: whoever saves last waits until the earlier ones are on the disk. */
  readonly saveInTurn = createSerialQueue();
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
  async use<T>(call: Task<T>): Promise<T> {
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

  async getStore(): Promise<ReviewStore | null> {
    return this.store.catch(() => null);
  }
}

interface OpenReviewsContext extends Omit<LoadStoreContext, 'reportRepair'>, Pick<System, 'schedule'> {
  library: Library;
  /** Notified about changes that are on the disk. */
  watcher?: {
    /** An article was changed. */
    noteChange(articleId: string): void;
    /** The window left an article, and its caches are written. */
    noteClosed(articleId: string): void;
  };
}

type Task<T> = (store: ReviewStore, left: AbortSignal) => Promise<T>;
type SaveCondition = 'hasUnsavedChanges' | 'hasUnsavedSnapshot';

/**
 * The open reviews, at most one for each article. The first call that needs a review opens it. It stays open while the window shows it;
 * otherwise it is closed once it is idle and its snapshot has all changes. An article is loaded again when another Stet has changed it,
 * or when its long history turns out to be damaged.
 */
export class OpenReviews {
  readonly #open = new Map<string, OpenReview>();
  /** Reviews that are being closed. The next call waits until their files are closed. */
  readonly #closing = new Map<string, Promise<void>>();
  /** Accounts of repairs that the reviewer has not seen yet, by article. */
  readonly #accounts = new Map<string, string[]>();
  /** Articles whose history could not be verified after they were opened. They are read as a whole from then on. */
  readonly #unverified = new Set<string>();
  /** The size in bytes of each open history when this Stet last checked it for changes by another one. */
  readonly #seenBytes = new Map<string, number>();
  /** Articles that are being read in the background. */
  readonly #peeking = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(private readonly context: OpenReviewsContext) {}

  takeAccounts(articleId: string): string[] {
    const accounts = this.#accounts.get(articleId) ?? [];
    this.#accounts.delete(articleId);
    return accounts;
  }

  /**
   * Runs a task with the store of an article, which stays open meanwhile. The signal aborts when the window leaves the
   * review. A task that waits for a history that can't be verified is run again, once the article was read as a whole. Rejects
   * as `readArticle` and the task do, and with a `ClosingError` when it would have to be opened after `closeAll`.
   */
  async use<T>(articleId: string, task: Task<T>): Promise<T> {
    const review = this.#open.get(articleId) ?? this.#begin(articleId);
    try {
      return await this.#runWithStore(review, task);
    } catch (error) {
      if (!(error instanceof UnverifiedHistoryError)) throw error;
      void this.#startAgain(review, error);
      return this.use(articleId, task);
    }
  }

  /** As `use`, for the window: the review stays open until `close`. */
  async show<T>(articleId: string, task: (store: ReviewStore) => Promise<T>): Promise<T> {
    return this.use(articleId, (store) => {
      const review = this.#open.get(articleId);
      if (review) review.isInWindow = true;
      return task(store);
    });
  }

  /** The window leaves the review: its caches are written. Never rejects. */
  async close(articleId: string): Promise<void> {
    const review = this.#open.get(articleId);
    if (!review) return;
    review.leave();
    // Saved even without changes, because the snapshot makes the next opening fast.
    await this.#saveAndClose(review, 'hasUnsavedSnapshot');
    this.context.watcher?.noteClosed(articleId);
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
      if (review) await this.#save(review, 'hasUnsavedSnapshot');
      await (await review?.getStore())?.close();
      await task();
    })();
    // Nothing was awaited since `#open` was read above: from now on calls wait.
    this.#open.delete(articleId);
    await this.#trackClosing(articleId, done);
    await done;
  }

  /** Writes the caches of all open reviews, and closes those that nobody uses. Never rejects. */
  async saveAll(): Promise<void> {
    await this.#forEach((review) => this.#saveAndClose(review));
  }

  /**
   * Loads articles again that the Stet with the lock has changed: those whose history has another size than before. Never rejects.
   */
  async follow(): Promise<void> {
    const changed: OpenReview[] = [];
    for (const [articleId, review] of [...this.#open]) {
      const store = await review.getStore();
      const { history } = articlePaths(articleFolder(this.context.libraryFolder, articleId));
      const stats = await stat(history).catch(() => null);
      if (!store || !stats) continue;
      // A damaged history is longer than what could be read of it.
      const before = this.#seenBytes.get(articleId) ?? (store.isDamaged ? stats.size : store.end.bytes);
      this.#seenBytes.set(articleId, stats.size);
      if (stats.size !== before) changed.push(review);
    }
    for (const articleId of this.#seenBytes.keys())
      if (!this.#open.has(articleId)) this.#seenBytes.delete(articleId);
    for (const review of changed) await this.#showAgain(review);
  }

  /**
   * Restores the text of a draft of an open article that could not be read, when an import has that text. Resolves to the
   * articles that have to be shown again. Rejects with the system's error.
   */
  async restoreText(proposal: DraftProposal): Promise<string[]> {
    const restored: string[] = [];
    const sum = hashText(proposal.text);
    for (const [articleId, review] of [...this.#open]) {
      const row = (await review.getStore())?.problems.lostDrafts.find(({ sha256 }) => sha256 === sum);
      if (!row) continue;
      const folder = articleFolder(this.context.libraryFolder, articleId);
      await this.closeAndRun(articleId, async () => {
        if (await restoreDraftFrom(folder, row, proposal, this.context)) restored.push(articleId);
      });
    }
    return restored;
  }

  /**
   * Reads an article for work in the background, as `peekArticle` does: nothing in its folder is changed. The result must not hold the
   * tables of the review. Rejects as `readArticle` does, and with a `ClosingError` when `closeAll` overtakes it.
   */
  async peek<T>(articleId: string, part: 'whole' | 'end', peek: Peek<T>): Promise<T> {
    if (this.#isClosed) throw new ClosingError();
    const peeking = (async () => {
      const store = (await this.#open.get(articleId)?.getStore()) ?? null;
      return peekArticle(articleId, part, peek, { ...this.context, store });
    })();
    this.#peeking.add(peeking);
    try {
      return await peeking;
    } catch (error) {
      throw this.#isClosed ? new ClosingError() : error;
    } finally {
      this.#peeking.delete(peeking);
    }
  }

  /** Brings the library's list up to date in memory: open reviews may be ahead of it. Never rejects. */
  async updateList(): Promise<void> {
    const { library } = this.context;
    await this.#forEach(async (review) => {
      const { articleId } = review;
      const store = await review.getStore();
      if (!store || !library.has(articleId) || library.getHistoryBytes(articleId) === store.end.bytes) return;
      library.update(
        await store.read((...content) => summarizeArticle(articleId, store.end.bytes, ...content)),
      );
    });
  }

  /** As `close`, for all reviews; none is opened from now on. Resolves when nothing is read or written any more. */
  async closeAll(): Promise<void> {
    this.#isClosed = true;
    await this.#forEach(async (review) => {
      await this.close(review.articleId);
      await review.waitUntilIdle();
      // The last call may have changed the review.
      await this.#saveAndClose(review);
      // Its caches can't be written, as on a full disk or without the lock: the next start makes them again.
      const store = await review.getStore();
      if (store && !review.isInUse && this.#has(review)) await this.#closeStore(review, store);
    });
    await Promise.all(this.#closing.values());
    await Promise.allSettled(this.#peeking);
  }

  async #forEach(run: (review: OpenReview) => Promise<void>): Promise<void> {
    await Promise.all(Array.from(this.#open.values(), run));
  }

  /** Whether calls still get this review. */
  #has(review: OpenReview): boolean {
    return this.#open.get(review.articleId) === review;
  }

  /** Opens a review that is not open. */
  #begin(articleId: string): OpenReview {
    if (this.#isClosed) throw new ClosingError();
    const review = new OpenReview(articleId, this.#loadStore(articleId));
    this.#open.set(articleId, review);
    review.store.catch(() => {
      if (this.#has(review)) this.#open.delete(articleId);
    });
    void this.#watchVerification(review);
    return review;
  }

  async #loadStore(articleId: string): Promise<ReviewStore> {
    await this.#closing.get(articleId);
    return loadReviewStore(articleId, this.#unverified.has(articleId) ? 'whole' : 'end', {
      ...this.context,
      reportRepair: (id, account) => this.#accounts.set(id, [...(this.#accounts.get(id) ?? []), account]),
    });
  }

  /** Waits until the history of a review that is being opened is verified. When it can't be, starts again. Never rejects. */
  async #watchVerification(review: OpenReview): Promise<void> {
    try {
      await (await review.getStore())?.waitUntilVerified();
    } catch (error) {
      if (error instanceof UnverifiedHistoryError) await this.#startAgain(review, error);
    }
  }

  /**
   * Closes an article whose history could not be verified. The next call reads it as a whole, which names the damage and repairs it, as
   * for an article that is short. The window shows it again. Never rejects.
   */
  async #startAgain(review: OpenReview, error: UnverifiedHistoryError): Promise<void> {
    this.#unverified.add(review.articleId);
    // Damage is named when the article is read again.
    if (this.#has(review) && error.cause !== undefined)
      this.context.log.error('the history of an article could not be verified after it was opened', error);
    await this.#showAgain(review);
  }

  /** Closes an article, so that the next call reads it from the disk, and has the window load it again. Never rejects. */
  async #showAgain(review: OpenReview): Promise<void> {
    if (!this.#has(review)) return;
    const { articleId, isInWindow } = review;
    const { log, emit } = this.context;
    await this.closeAndRun(articleId, async () => undefined).catch((error) =>
      log.error('an article could not be closed', error),
    );
    if (isInWindow) emit({ type: 'reviewChanged', articleId, message: null });
  }

  async #runWithStore<T>(review: OpenReview, task: Task<T>): Promise<T> {
    try {
      return await review.use(async (store, left) => {
        const seq = store.end.seq;
        try {
          return await task(store, left);
        } finally {
          if (store.end.seq > seq) {
            this.#scheduleSave(review);
            this.context.watcher?.noteChange(review.articleId);
          }
        }
      });
    } finally {
      await this.#closeIfIdle(review);
    }
  }

  /** Writes the caches when nothing was changed for a while. */
  #scheduleSave(review: OpenReview): void {
    review.cancelSave();
    review.cancelSave = this.context.schedule(snapshotDelayMs, () => void this.#saveAndClose(review));
  }

  /** Writes the caches now if they are to be saved, then closes the review if nobody uses it. Never rejects. */
  async #saveAndClose(review: OpenReview, condition?: SaveCondition): Promise<void> {
    await this.#save(review, condition);
    await this.#closeIfIdle(review);
  }

  /** Writes the caches now, when they are to be saved once the earlier ones are on the disk. Never rejects. */
  async #save(review: OpenReview, condition: SaveCondition = 'hasUnsavedChanges'): Promise<void> {
    review.cancelSave();
    const store = await review.getStore();
    if (!store) return;
    await review.saveInTurn(async () => {
      if (store[condition]) await this.#writeCaches(review.articleId, store);
    });
  }

  /** Writes the summary of a review, also in the library's list, and its snapshot. Never rejects: a failure is only logged. */
  async #writeCaches(articleId: string, store: ReviewStore): Promise<void> {
    const { library, libraryFolder, log } = this.context;
    // Both of the same moment: edits may follow while they are written, and rows are replaced, never mutated.
    const { summary, snapshot } = await store.read((...content) => ({
      summary: summarizeArticle(articleId, store.end.bytes, ...content),
      snapshot: store.createSnapshot(),
    }));
    if (library.has(articleId)) library.update(summary);
    // The snapshot last: as long as it is out of date, the review stays open.
    await writeSummary(articleFolder(libraryFolder, articleId), summary, this.context).catch((error) =>
      log.error('a summary could not be written', error),
    );
    await store.writeSnapshot(snapshot).catch((error) => log.error('a snapshot could not be written', error));
  }

  /** Closes a review unless it is in use. Never rejects. */
  async #closeIfIdle(review: OpenReview): Promise<void> {
    const store = await review.getStore();
    if (!store || !this.#has(review)) return;
    if (review.isInUse || review.isInWindow || store.hasUnsavedChanges) return;
    // Nothing was awaited since these checks, so the next call opens the article anew.
    review.cancelSave();
    await this.#closeStore(review, store);
  }

  async #closeStore({ articleId }: OpenReview, store: ReviewStore): Promise<void> {
    this.#open.delete(articleId);
    await this.#trackClosing(articleId, store.close());
  }

  /** Makes new calls wait until an article is closed. Never rejects. */
  async #trackClosing(articleId: string, closing: Promise<void>): Promise<void> {
    const closed = closing.catch(() => undefined);
    this.#closing.set(articleId, closed);
    await closed;
    if (this.#closing.get(articleId) === closed) this.#closing.delete(articleId);
  }
}
