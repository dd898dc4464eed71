import { once } from '#main/base/once.ts';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { ClosingError } from '#main/base/stet-error.ts';
import { createGiveWay } from '#main/base/tasks.ts';
import { readLibraryId } from '#main/storage/access/library-id.ts';
import type { FilePlatform } from '#main/storage/disk/open-store.ts';
import { userDataPaths } from '#main/storage/disk/paths.ts';
import type { Library } from '#main/storage/library/library.ts';
import type { LibraryRow } from '#main/storage/library/library-file.ts';
import type { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import type { EngineAnswer, SearchWorker } from '#main/worker/search/search-engine.ts';
import { type SearchedArticle, StoredArticles } from '#main/worker/search/stored-articles.ts';
import type { SearchResults } from '#shared/contract/commands/library-commands.ts';
import type { Platform } from '../ports/platform.ts';

/** How long after the last query the worker is kept, in milliseconds. */
const idleMs = 10 * 60_000;

type RunningContext = Pick<Platform, 'schedule' | 'startSearch' | 'log'>;

/** The index in the memory of a worker, which the first query starts, and which ends when nothing was searched for a while. */
class RunningIndex {
  #worker: SearchWorker | null = null;
  #cancelEnd = () => {};

  constructor(private readonly context: RunningContext) {}

  /** Answers from what is loaded by now. Null when the worker ended meanwhile: the next query starts another. Never rejects. */
  async query(query: string, stored: StoredArticles): Promise<EngineAnswer | null> {
    const worker = this.#worker ?? this.#start(stored);
    this.#cancelEnd();
    this.#cancelEnd = this.context.schedule(idleMs, () => this.end());
    return this.#ask(worker, () => worker.query(query));
  }

  /** Never rejects. */
  async put(article: SearchedArticle): Promise<void> {
    const worker = this.#worker;
    if (worker) await this.#ask(worker, () => worker.put(article));
  }

  /** Never rejects. */
  async remove(articleId: string): Promise<void> {
    const worker = this.#worker;
    if (worker) await this.#ask(worker, () => worker.remove(articleId));
  }

  end(): void {
    this.#cancelEnd();
    this.#worker?.end();
    this.#worker = null;
  }

  #start(stored: StoredArticles): SearchWorker {
    const worker = this.context.startSearch();
    this.#worker = worker;
    void this.#ask(worker, async () => {
      const names = await worker.load(stored.folder, stored.listNames());
      for (const name of names) await stored.discard(name);
    });
    return worker;
  }

  /** A worker that fails, as one without memory does, is given up. */
  async #ask<T>(worker: SearchWorker, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (this.#worker === worker) {
        this.context.log.error('the search failed', error);
        this.end();
      }
      return null;
    }
  }
}

/** How long after its last change an open article is indexed again, in milliseconds. */
const changeDelayMs = 5_000;
/** Most titles of articles that are said not to be searched. */
const maxSkipped = 20;

const nothingFound = { articles: [], articleCount: 0, isApproximate: false, leftOutIds: [] };

interface LibrarySearchContext
  extends FilePlatform,
    Pick<Platform, 'libraryFolder' | 'userDataFolder' | 'schedule' | 'startSearch'> {
  library: Library;
  getReviews(): Promise<OpenReviews | null>;
}

/**
 * The search of the whole library. Its index is kept at two places: on the disk as a file for each article, which is brought up to
 * date in the background, and, once something was searched for, in the memory of a worker.
 */
export class LibrarySearch {
  readonly #stored = once(() => this.#openStored());
  readonly #inTurn = createSerialQueue();
  readonly #running: RunningIndex;
  readonly #waiting = new Set<string>();
  /** Articles that were changed and not read again since. */
  readonly #changed = new Set<string>();
  /** Articles that could not be read, with the size of the history that could not. */
  readonly #unreadable = new Map<string, number>();
  #isWorking = false;
  #isClosed = false;
  #lastQuery = 0;
  #cancelDelay = () => {};

  constructor(private readonly context: LibrarySearchContext) {
    this.#running = new RunningIndex(context);
  }

  /** Brings the stored index up to date in the background. Never rejects. */
  async refresh(): Promise<void> {
    await this.#compare().catch((error) => {
      if (!this.#isClosed) this.#log('the index could not be compared', error);
    });
  }

  /** Answers a query, as the command `search.query` says. Rejects with the system's error when the index can't be opened. */
  async query(query: string): Promise<SearchResults> {
    this.#lastQuery += 1;
    const thisQuery = this.#lastQuery;
    await this.#compare();
    // Words that were just written, and sources that just became confidential, count at once.
    for (const articleId of [...this.#changed]) await this.#read(articleId);
    const stored = await this.#stored();
    const isCurrent = thisQuery === this.#lastQuery && !this.#isClosed;
    const answer = isCurrent ? await this.#running.query(query, stored) : null;
    const active = this.#listActive();
    const titles = new Map(active.map(({ entry }) => [entry.id, entry.title]));
    const { articles, articleCount, isApproximate, leftOutIds } = answer ?? nothingFound;
    const skippedIds = [...this.#unreadable.keys(), ...leftOutIds];
    return {
      articles: articles.flatMap((found) => {
        const title = titles.get(found.articleId);
        return title === undefined ? [] : { ...found, title };
      }),
      articleCount,
      isApproximate,
      indexedCount: Math.min(answer?.indexedCount ?? 0, active.length),
      totalCount: active.length,
      skipped: skippedIds.flatMap((id) => titles.get(id) ?? []).slice(0, maxSkipped),
    };
  }

  /** An article was changed: its file is removed now, and made again when it was left alone for a while. Never rejects. */
  noteChange(articleId: string): void {
    if (this.#isClosed) return;
    this.#changed.add(articleId);
    void this.#inTurn(() => this.#removeFile(articleId));
    this.#cancelDelay();
    this.#cancelDelay = this.context.schedule(changeDelayMs, () => this.#enqueue(this.#changed));
  }

  /** Removes an article from the index. Resolves once nothing of it would be there after a power cut. Rejects with the system's error. */
  async forget(articleId: string): Promise<void> {
    this.#waiting.delete(articleId);
    this.#changed.delete(articleId);
    await this.#inTurn(async () => {
      await (await this.#stored()).remove(articleId);
      await this.#running.remove(articleId);
    });
  }

  /** Ends the worker, and the work in the background. Resolves when nothing is read or written any more. Never rejects. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelDelay();
    this.#waiting.clear();
    await this.#stored.current();
    await this.#inTurn(() => undefined);
    this.#running.end();
  }

  async #openStored(): Promise<StoredArticles> {
    const { libraryFolder, userDataFolder } = this.context;
    const id = await readLibraryId(libraryFolder).catch(() => null);
    return StoredArticles.open(userDataPaths(userDataFolder).search, id ?? libraryFolder);
  }

  #listActive(): LibraryRow[] {
    return this.context.library.rows().filter(({ entry }) => entry.binnedAt === null);
  }

  /** Removes what is no longer in the library, and has the rest read that is not as it was indexed. */
  async #compare(): Promise<void> {
    const stored = await this.#stored();
    // Open reviews may be ahead of the list.
    await (await this.context.getReviews())?.updateList();
    if (this.#isClosed) return;
    const active = this.#listActive();
    const ids = new Set(active.map(({ entry }) => entry.id));
    for (const id of stored.listIds()) if (!ids.has(id) && !this.#isClosed) await this.forget(id);
    for (const id of this.#unreadable.keys()) if (!ids.has(id)) this.#unreadable.delete(id);
    this.#enqueue(
      active
        .filter(
          ({ entry: { id }, historyBytes }) =>
            !stored.has(id, historyBytes) && this.#unreadable.get(id) !== historyBytes,
        )
        .map(({ entry }) => entry.id),
    );
  }

  #enqueue(articleIds: Iterable<string>): void {
    if (this.#isClosed) return;
    for (const id of articleIds) this.#waiting.add(id);
    void this.#work();
  }

  /** Reads the waiting articles, one by one, and lets everything else of main run in between. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    const giveWay = createGiveWay();
    try {
      for (const id of this.#waiting) {
        if (this.#isClosed) break;
        await this.#read(id);
        await giveWay();
      }
    } finally {
      this.#isWorking = false;
    }
  }

  /** Reads an article that waits or was changed and indexes it, if it is still in the library. Never rejects. */
  #read(articleId: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#waiting.has(articleId) && !this.#changed.has(articleId)) return;
      this.#changed.delete(articleId);
      // It waits until it was read, so that nothing has it read twice.
      await this.#index(articleId);
      this.#waiting.delete(articleId);
    });
  }

  /** Never rejects. */
  async #index(articleId: string): Promise<void> {
    const row = this.#listActive().find(({ entry }) => entry.id === articleId);
    if (!row || this.#isClosed) return;
    try {
      const reviews = await this.context.getReviews();
      // Only now, because neither a start nor the opening of an article needs it.
      const { readSearchedArticle } = await import('./read-searched-article.ts');
      const article = await readSearchedArticle(articleId, { ...this.context, reviews });
      const stored = await this.#stored();
      if (article) {
        this.#unreadable.delete(articleId);
        await stored.write(article);
        await this.#running.put(article);
        return;
      }
    } catch (error) {
      // The library may be closing before its search is.
      if (this.#isClosed || error instanceof ClosingError) return;
      this.#log(`${articleId} could not be indexed`, error);
    }
    this.#unreadable.set(articleId, row.historyBytes);
    await this.#removeFile(articleId);
    await this.#running.remove(articleId);
  }

  /** Never rejects. */
  async #removeFile(articleId: string): Promise<void> {
    try {
      await (await this.#stored()).remove(articleId);
    } catch (error) {
      this.#log('the index could not be changed', error);
    }
  }

  #log(problem: string, error: unknown): void {
    this.context.log.error(problem, error);
  }
}
