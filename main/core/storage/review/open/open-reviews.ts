import { ClosingError } from '../../../errors/closing-error';
import type { Platform } from '../../../platform';
import type { Library } from '../../library/library';
import { UnverifiedHistoryError } from '../history/earlier-changes';
import { type LoadStoreContext, loadReviewStore } from '../load-review-store';
import type { ReviewStore } from '../review-store';
import { ArticleRepairs } from './article-repairs';
import { FollowedHistories } from './followed-histories';
import type { OpenReview } from './open-review';
import { type Peek, peekArticle } from './peek-article';
import { ReviewRegistry } from './review-registry';
import { updateList } from './save-caches';
import { UnverifiedHistories } from './unverified-histories';

/** Notified about changes that are on the disk. */
export interface ReviewWatcher {
  /** An article was changed. */
  noteChange(articleId: string): void;
  /** The window left an article, and its caches are written. */
  noteClosed(articleId: string): void;
}

interface OpenReviewsContext extends Omit<LoadStoreContext, 'reportRepair'>, Pick<Platform, 'schedule'> {
  library: Library;
  watcher?: ReviewWatcher;
}

type Task<T> = (store: ReviewStore, left: AbortSignal) => Promise<T>;

/**
 * The open reviews. A review is opened by the first call that needs it, and stays open while the window shows it.
 * `review-registry.ts` says when the others are closed, `open-review.ts` who uses one, and `save-caches.ts` what is written then.
 * `article-repairs.ts` repairs articles that may be open. Articles are shown again that another Stet goes on with
 * (`followed-histories.ts`), or whose long history turns out to be damaged (`unverified-histories.ts`).
 */
export class OpenReviews {
  readonly repairs: ArticleRepairs;
  readonly #registry: ReviewRegistry;
  readonly #followed = new FollowedHistories();
  readonly #unverified: UnverifiedHistories;
  /** Articles that are being read in the background. */
  readonly #peeking = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(private readonly context: OpenReviewsContext) {
    this.#registry = new ReviewRegistry({
      ...context,
      loadStore: (articleId) => {
        const part = this.#unverified.has(articleId) ? 'whole' : 'end';
        const reportRepair = this.repairs.report.bind(this.repairs);
        return loadReviewStore(articleId, part, { ...context, reportRepair });
      },
    });
    this.repairs = new ArticleRepairs(this.#registry, context);
    this.#unverified = new UnverifiedHistories(this.#registry, context);
  }

  /**
   * Runs a task with the store of an article, which stays open meanwhile. The signal aborts when the window leaves the
   * review. A task that waits for a history that can't be verified is run again, once the article was read as a whole. Rejects
   * as `readArticle` and the task do, and with a `ClosingError` when it would have to be opened after `closeAll`.
   */
  async use<T>(articleId: string, task: Task<T>): Promise<T> {
    const review = this.#registry.reviews.get(articleId) ?? this.#open(articleId);
    try {
      return await this.#runWithStore(review, task);
    } catch (error) {
      if (!(error instanceof UnverifiedHistoryError)) throw error;
      void this.#unverified.startAgain(review, error);
      return this.use(articleId, task);
    }
  }

  /** As `use`, for the window: the review stays open until `close`. */
  async show<T>(articleId: string, task: (store: ReviewStore) => Promise<T>): Promise<T> {
    return this.use(articleId, (store) => {
      const review = this.#registry.reviews.get(articleId);
      if (review) review.isInWindow = true;
      return task(store);
    });
  }

  /** The window leaves the review: its caches are written. Never rejects. */
  async close(articleId: string): Promise<void> {
    const review = this.#registry.reviews.get(articleId);
    if (!review) return;
    review.leave();
    // Also when nothing was changed: without its snapshot the article would be as slow to open again.
    await this.#registry.saveAndClose(review, (store) => store.hasUnsavedSnapshot);
    this.context.watcher?.noteClosed(articleId);
  }

  /** Closes a review, then runs a task, as `ReviewRegistry.closeAndRun` does. */
  closeAndRun(articleId: string, task: () => Promise<void>): Promise<void> {
    return this.#registry.closeAndRun(articleId, task);
  }

  /** Writes the caches of all open reviews, and closes those that nobody uses. Never rejects. */
  async saveAll(): Promise<void> {
    await this.#forEach((review) => this.#registry.saveAndClose(review));
  }

  /** Shows articles again with which the Stet that may write to the library has gone on. Never rejects. */
  async follow(): Promise<void> {
    const { reviews } = this.#registry;
    for (const articleId of await this.#followed.findChanged(reviews, this.context.libraryFolder)) {
      const review = reviews.get(articleId);
      if (review) await this.#registry.showAgain(review);
    }
  }

  /**
   * Reads an article for work in the background, as `peekArticle` does: nothing in its folder is changed. The result must not hold the
   * tables of the review. Rejects as `readArticle` does, and with a `ClosingError` when `closeAll` overtakes it.
   */
  async peek<T>(articleId: string, part: 'whole' | 'end', peek: Peek<T>): Promise<T> {
    if (this.#isClosed) throw new ClosingError();
    const peeking = this.#peek(articleId, part, peek);
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
    await this.#forEach(async (review) => {
      const store = await review.getStore();
      if (store) await updateList(review.articleId, store, this.context.library);
    });
  }

  /** As `close`, for all reviews; none is opened from now on. Resolves when nothing is read or written any more. */
  async closeAll(): Promise<void> {
    this.#isClosed = true;
    await this.#forEach(async (review) => {
      await this.close(review.articleId);
      await review.waitUntilIdle();
      // The last call may have changed the review.
      await this.#registry.saveAndClose(review);
      await this.#registry.closeUnsaved(review);
    });
    await this.#registry.waitUntilClosed();
    await Promise.allSettled(this.#peeking);
  }

  async #forEach(run: (review: OpenReview) => Promise<void>): Promise<void> {
    await Promise.all(Array.from(this.#registry.reviews.values(), run));
  }

  async #peek<T>(articleId: string, part: 'whole' | 'end', peek: Peek<T>): Promise<T> {
    const store = (await this.#registry.reviews.get(articleId)?.getStore()) ?? null;
    return peekArticle(articleId, part, peek, { ...this.context, store });
  }

  #open(articleId: string): OpenReview {
    if (this.#isClosed) throw new ClosingError();
    const review = this.#registry.open(articleId);
    void this.#unverified.watch(review);
    return review;
  }

  async #runWithStore<T>(review: OpenReview, task: Task<T>): Promise<T> {
    try {
      return await review.use(async (store, left) => {
        const seq = store.end.seq;
        try {
          return await task(store, left);
        } finally {
          if (store.end.seq > seq) {
            this.#registry.scheduleSave(review);
            this.context.watcher?.noteChange(review.articleId);
          }
        }
      });
    } finally {
      await this.#registry.closeIfIdle(review);
    }
  }
}
