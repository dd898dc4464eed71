import type { Outside } from '../outside';
import { articleFolder } from './article-folder';
import { entryOf } from './entry-of';
import type { OpenForAppend } from './history-file';
import type { Library } from './library';
import { readArticle } from './read-article';
import { ReviewStore } from './review-store';

interface Effects extends Pick<Outside, 'folder' | 'now' | 'newId' | 'later' | 'log'> {
  reviewer(): string | null;
  library: Library;
  openFile?: OpenForAppend | undefined;
}

interface OpenReview {
  store: Promise<ReviewStore>;
  /** How many calls are at work in it right now. */
  users: number;
  /** Whether the window shows it; such a review stays open however long nothing happens. */
  inWindow: boolean;
}

/**
 * The reviews that are open, at most one store an article. A review is opened by whoever needs it; one that no window shows
 * is let go as soon as its snapshot is written.
 */
export class OpenReviews {
  readonly #open = new Map<string, OpenReview>();

  constructor(private readonly effects: Effects) {}

  /** Does something with the review of an article. Rejects as `readArticle` and the task do. */
  async use<T>(articleId: string, task: (store: ReviewStore) => Promise<T>): Promise<T> {
    const review = this.#open.get(articleId) ?? this.#openNow(articleId);
    review.users += 1;
    try {
      return await task(await review.store);
    } finally {
      review.users -= 1;
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
    await this.#flush(articleId, review);
    await this.#letGo(articleId, review);
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
    const review: OpenReview = { store: this.#read(articleId), users: 0, inWindow: false };
    this.#open.set(articleId, review);
    review.store.catch(() => this.#open.delete(articleId));
    return review;
  }

  async #read(articleId: string): Promise<ReviewStore> {
    const { folder, openFile, now, newId, later, log, reviewer } = this.effects;
    const article = await readArticle(articleFolder(folder, articleId), { now, openFile });
    const paused = () => void this.#pause(articleId);
    return new ReviewStore(article, { now, newId, later, log, reviewer, paused });
  }

  async #pause(articleId: string): Promise<void> {
    const review = this.#open.get(articleId);
    if (!review) return;
    await this.#flush(articleId, review);
    await this.#letGo(articleId, review);
  }

  /** The list first: it is the smaller, and what the window asks for next. */
  async #flush(articleId: string, review: OpenReview): Promise<void> {
    const { library, log } = this.effects;
    const store = await review.store.catch(() => null);
    if (!store?.unwritten) return;
    const { entry, historyBytes } = await store.read((tables, draft, changes) => ({
      entry: entryOf(tables, draft, changes.at(-1)?.at ?? draft.importedAt),
      historyBytes: store.historyBytes,
    }));
    if (library.has(articleId)) library.put(entry, historyBytes);
    await Promise.all([
      library.write().catch((error) => log.error('the list of articles could not be written', error)),
      store.flush(),
    ]);
  }

  async #letGo(articleId: string, review: OpenReview): Promise<void> {
    const store = await review.store.catch(() => null);
    if (!store || this.#open.get(articleId) !== review) return;
    if (review.users > 0 || review.inWindow || store.unwritten) return;
    // Nothing was awaited since the checks, so whoever comes next opens the article anew.
    this.#open.delete(articleId);
    await store.close();
  }
}
