import type { Library } from '../library/library';
import { flushReview } from './flush-review';
import { openStore, type StoreSurroundings } from './open-store';
import type { ReviewStore } from './review-store';

interface Effects extends StoreSurroundings {
  library: Library;
}

interface OpenReview {
  store: Promise<ReviewStore>;
  /** How many calls are at work in it right now. */
  users: number;
  /** Whether the window shows it; such a review stays open however long nothing happens. */
  inWindow: boolean;
  /** Aborts when the window leaves it. */
  leaving: AbortController;
  /** Called when nobody is at work in it any more. */
  whenIdle: () => void;
}

/**
 * The reviews that are open, at most one store an article. A review is opened by whoever needs it; one that no window shows
 * is let go as soon as its snapshot is written.
 */
export class OpenReviews {
  readonly #open = new Map<string, OpenReview>();
  /** Reviews that are being let go: whoever comes next waits until their files are in order. */
  readonly #going = new Map<string, Promise<void>>();

  constructor(private readonly effects: Effects) {}

  /**
   * Does something with the review of an article, which stays open meanwhile; the signal aborts when the window leaves it.
   * Rejects as `readArticle` and the task do.
   */
  async use<T>(articleId: string, task: (store: ReviewStore, left: AbortSignal) => Promise<T>): Promise<T> {
    const review = this.#open.get(articleId) ?? this.#openNow(articleId);
    review.users += 1;
    try {
      const store = await review.store;
      return await task(store, review.leaving.signal);
    } finally {
      review.users -= 1;
      if (review.users === 0) review.whenIdle();
      await this.#letGo(articleId, review);
    }
  }

  /** As `use`, for the window: the review stays open until `close`. */
  async show<T>(articleId: string, task: (store: ReviewStore) => Promise<T>): Promise<T> {
    return this.use(articleId, (store) => {
      const review = this.#open.get(articleId);
      if (review) review.inWindow = true;
      return task(store);
    });
  }

  /** The window leaves the review: its snapshot and its place in the library are written. Never rejects. */
  async close(articleId: string): Promise<void> {
    const review = this.#open.get(articleId);
    if (!review) return;
    review.inWindow = false;
    review.leaving.abort();
    review.leaving = new AbortController();
    await this.#flush(articleId, review);
    await this.#letGo(articleId, review);
  }

  /**
   * Lets go of a review, and then does something that must not meet anybody at work in its folder. Whoever comes meanwhile
   * waits. Rejects as the task does.
   */
  async without(articleId: string, task: () => Promise<void>): Promise<void> {
    await this.close(articleId);
    const review = this.#open.get(articleId);
    const before = this.#going.get(articleId);
    const done = (async () => {
      await before;
      if (review) {
        if (review.users > 0)
          await new Promise<void>((resolve) => {
            review.whenIdle = resolve;
          });
        await (await review.store.catch(() => null))?.close();
      }
      await task();
    })();
    // Nothing was awaited since the look at what is open.
    this.#open.delete(articleId);
    const going = done.catch(() => undefined);
    this.#going.set(articleId, going);
    await done;
    if (this.#going.get(articleId) === going) this.#going.delete(articleId);
  }

  /** Writes the snapshots of all open reviews and the list of articles. Never rejects. */
  async flush(): Promise<void> {
    await Promise.all(Array.from(this.#open, ([articleId, review]) => this.#flush(articleId, review)));
  }

  /** As `close`, for all. */
  async closeAll(): Promise<void> {
    await Promise.all(Array.from(this.#open.keys(), (articleId) => this.close(articleId)));
  }

  #openNow(articleId: string): OpenReview {
    const review: OpenReview = {
      store: this.#read(articleId),
      users: 0,
      inWindow: false,
      leaving: new AbortController(),
      whenIdle: () => undefined,
    };
    this.#open.set(articleId, review);
    review.store.catch(() => this.#open.delete(articleId));
    return review;
  }

  async #read(articleId: string): Promise<ReviewStore> {
    await this.#going.get(articleId);
    return openStore(articleId, this.effects, () => void this.#pause(articleId));
  }

  async #pause(articleId: string): Promise<void> {
    const review = this.#open.get(articleId);
    if (!review) return;
    await this.#flush(articleId, review);
    await this.#letGo(articleId, review);
  }

  async #flush(articleId: string, review: OpenReview): Promise<void> {
    const store = await review.store.catch(() => null);
    if (store) await flushReview(articleId, store, this.effects);
  }

  async #letGo(articleId: string, review: OpenReview): Promise<void> {
    const store = await review.store.catch(() => null);
    if (!store || this.#open.get(articleId) !== review) return;
    if (review.users > 0 || review.inWindow || store.unwritten) return;
    // Nothing was awaited since the checks, so whoever comes next opens the article anew.
    this.#open.delete(articleId);
    const going = store.close();
    this.#going.set(articleId, going);
    await going;
    if (this.#going.get(articleId) === going) this.#going.delete(articleId);
  }
}
