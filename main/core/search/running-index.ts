import type { Platform } from '../platform';
import type { EngineAnswer } from './search-engine';
import type { SearchThread } from './search-thread';
import type { SearchedArticle } from './searched-article';
import type { StoredArticles } from './stored-articles';

/** How long after the last query the thread is kept, in milliseconds. */
const idleMs = 10 * 60_000;

type RunningContext = Pick<Platform, 'schedule' | 'startSearch' | 'log'>;

/** The index in the memory of a thread, which the first query starts, and which ends when nothing was searched for a while. */
export class RunningIndex {
  #thread: SearchThread | null = null;
  #cancelEnd = () => {};

  constructor(private readonly context: RunningContext) {}

  /** Answers from what is loaded by now. Null when the thread ended meanwhile: the next query starts another. Never rejects. */
  async query(query: string, stored: StoredArticles): Promise<EngineAnswer | null> {
    const thread = this.#thread ?? this.#start(stored);
    this.#cancelEnd();
    this.#cancelEnd = this.context.schedule(idleMs, () => this.end());
    return this.#ask(thread, () => thread.query(query));
  }

  /** Never rejects. */
  async put(article: SearchedArticle): Promise<void> {
    const thread = this.#thread;
    if (thread) await this.#ask(thread, () => thread.put(article));
  }

  /** Never rejects. */
  async remove(articleId: string): Promise<void> {
    const thread = this.#thread;
    if (thread) await this.#ask(thread, () => thread.remove(articleId));
  }

  end(): void {
    this.#cancelEnd();
    this.#thread?.end();
    this.#thread = null;
  }

  #start(stored: StoredArticles): SearchThread {
    const thread = this.context.startSearch();
    this.#thread = thread;
    void this.#ask(thread, async () => {
      const names = await thread.load(stored.folder, stored.listNames());
      for (const name of names) await stored.discard(name);
    });
    return thread;
  }

  /** A thread that fails, as one without memory does, is given up. */
  async #ask<T>(thread: SearchThread, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (this.#thread === thread) {
        this.context.log.error('the search failed', error);
        this.end();
      }
      return null;
    }
  }
}
