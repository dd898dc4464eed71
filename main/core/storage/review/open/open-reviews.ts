import type { RepairChoiceId } from '../../../../../shared/contract/repair';
import type { DraftProposal } from '../../../../../shared/import/proposal';
import { redactError } from '../../../errors/redact-error';
import type { Platform } from '../../../platform';
import type { Library } from '../../library/library';
import { articleFolder } from '../../paths';
import { repairAsChosen } from '../../repair/repair-article';
import { restoreDraftFrom } from '../../repair/restore-draft';
import { hashText } from '../draft-files';
import { UnverifiedHistoryError } from '../history/earlier-changes';
import { type LoadStoreContext, loadReviewStore } from '../load-review-store';
import type { ArticleMemory, ReviewStore } from '../review-store';
import { FollowedHistories } from './followed-histories';
import { OpenReview } from './open-review';
import { saveCaches, updateList } from './save-caches';

/** How long after the last change the snapshot is written, in milliseconds. */
export const snapshotDelayMs = 2_000;

/** Notified about changes that are on the disk. */
export interface ReviewWatcher {
  /** An article was changed. */
  noteChange(): void;
  /** The window left an article, and its caches are written. */
  noteClosed(articleId: string): void;
}

interface OpenReviewsContext extends Omit<LoadStoreContext, 'reportRepair'>, Pick<Platform, 'schedule'> {
  library: Library;
  watcher?: ReviewWatcher;
}

/**
 * The open reviews, at most one store for each article. A review is opened by the first call that needs it. When the window
 * does not show it, it is closed as soon as it is idle and its changes, if any, are in its snapshot.
 */
export class OpenReviews {
  readonly #open = new Map<string, OpenReview>();
  /** Reviews that are being closed. The next call waits until their files are closed. */
  readonly #closing = new Map<string, Promise<void>>();

  /** Accounts of repairs that the reviewer has not seen yet, by article. */
  readonly #repairs = new Map<string, string[]>();

  /** Articles whose history could not be verified after they were opened. They are read as a whole from then on. */
  readonly #unverified = new Set<string>();

  readonly #followed = new FollowedHistories();

  constructor(private readonly context: OpenReviewsContext) {}

  /** Takes the accounts of repairs that the reviewer has not seen yet. */
  takeRepairs(articleId: string): string[] {
    const accounts = this.#repairs.get(articleId) ?? [];
    this.#repairs.delete(articleId);
    return accounts;
  }

  /** Repairs a damaged article as the reviewer chose, then closes it. Rejects as `repairAsChosen` does. */
  async repair(articleId: string, choice: RepairChoiceId): Promise<void> {
    const folder = articleFolder(this.context.libraryFolder, articleId);
    await this.closeAndRun(articleId, async () => {
      this.#reportRepair(articleId, await repairAsChosen(folder, choice, this.context));
    });
  }

  /**
   * Restores the text of a draft of an open article that could not be read, when an import has that text. Resolves to the
   * articles that have to be shown again. Rejects with the system's error.
   */
  async restoreText(proposal: DraftProposal): Promise<string[]> {
    const restored: string[] = [];
    for (const [articleId, review] of [...this.#open]) {
      const rows = (await review.getStore())?.problems.lostDrafts ?? [];
      const folder = articleFolder(this.context.libraryFolder, articleId);
      const row = rows.find(({ sha256 }) => sha256 === hashText(proposal.text));
      if (!row) continue;
      await this.closeAndRun(articleId, async () => {
        if (await restoreDraftFrom(folder, row, proposal, this.context)) restored.push(articleId);
      });
    }
    return restored;
  }

  #reportRepair(articleId: string, account: string): void {
    this.#repairs.set(articleId, [...(this.#repairs.get(articleId) ?? []), account]);
  }

  /**
   * Runs a task with the store of an article, which stays open meanwhile. The signal aborts when the window leaves the
   * review. A task that waits for a history that can't be verified is run again, once the article was read as a whole. Rejects
   * as `readArticle` and the task do.
   */
  async use<T>(articleId: string, task: (store: ReviewStore, left: AbortSignal) => Promise<T>): Promise<T> {
    const review = this.#open.get(articleId) ?? this.#openReview(articleId);
    try {
      return await this.#runWithStore(articleId, review, task);
    } catch (error) {
      if (!(error instanceof UnverifiedHistoryError)) throw error;
      void this.#startAgain(articleId, review, error);
      return this.use(articleId, task);
    }
  }

  async #runWithStore<T>(
    articleId: string,
    review: OpenReview,
    task: (store: ReviewStore, left: AbortSignal) => Promise<T>,
  ): Promise<T> {
    try {
      return await review.use(async (store, left) => {
        const seq = store.lastSeq;
        try {
          return await task(store, left);
        } finally {
          if (store.lastSeq > seq) {
            this.#scheduleSave(articleId, review);
            this.context.watcher?.noteChange();
          }
        }
      });
    } finally {
      await this.#closeIfIdle(articleId, review);
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
    // Also when nothing was changed: without its snapshot the article would be as slow to open again.
    await this.#saveAndClose(articleId, review, (store) => store.hasUnsavedSnapshot);
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
      const store = await review?.getStore();
      if (store) await review?.saveInTurn(() => saveCaches(articleId, store, this.context));
      review?.cancelSave();
      await store?.close();
      await task();
    })();
    // Nothing was awaited since `#open` was read above: from now on calls wait.
    this.#open.delete(articleId);
    const closing = done.catch(() => undefined);
    await this.#trackClosing(articleId, closing);
    await done;
  }

  /** Writes the caches of all open reviews, and closes those that nobody uses. Never rejects. */
  async saveAll(): Promise<void> {
    await Promise.all(Array.from(this.#open, ([articleId, review]) => this.#saveAndClose(articleId, review)));
  }

  /** Shows articles again with which the Stet that may write to the library has gone on. Never rejects. */
  async follow(): Promise<void> {
    for (const articleId of await this.#followed.findChanged(this.#open, this.context.libraryFolder)) {
      const review = this.#open.get(articleId);
      if (review) await this.#showAgain(articleId, review);
    }
  }

  /** The open articles that can be edited, from memory. A change that is being saved is waited for. Never rejects. */
  async readMemory(): Promise<ReadonlyMap<string, ArticleMemory>> {
    const memory = new Map<string, ArticleMemory>();
    for (const [articleId, review] of [...this.#open]) {
      const store = await review.getStore();
      // Where it fails, nothing was saved since the article was opened: its files are all that there is.
      const article = store && !store.readOnly ? await store.readMemory().catch(() => null) : null;
      if (article) memory.set(articleId, article);
    }
    return memory;
  }

  /** Brings the library's list up to date in memory: open reviews may be ahead of it. Never rejects. */
  async updateList(): Promise<void> {
    const updates = Array.from(this.#open, async ([articleId, review]) => {
      const store = await review.getStore();
      if (store) await updateList(articleId, store, this.context.library);
    });
    await Promise.all(updates);
  }

  /** As `close`, for all reviews. Resolves when nothing is written any more. */
  async closeAll(): Promise<void> {
    const closing = Array.from(this.#open, async ([articleId, review]) => {
      await this.close(articleId);
      await review.waitUntilIdle();
      // The last call may have changed the review.
      await this.#saveAndClose(articleId, review);
      await this.#closeUnsaved(articleId, review);
    });
    await Promise.all(closing);
    await Promise.all(this.#closing.values());
  }

  #openReview(articleId: string): OpenReview {
    const review = new OpenReview(this.#openStore(articleId));
    this.#open.set(articleId, review);
    review.store.catch(() => {
      if (this.#open.get(articleId) === review) this.#open.delete(articleId);
    });
    void this.#watchVerification(articleId, review);
    return review;
  }

  async #watchVerification(articleId: string, review: OpenReview): Promise<void> {
    try {
      await (await review.getStore())?.waitUntilVerified();
    } catch (error) {
      if (error instanceof UnverifiedHistoryError) await this.#startAgain(articleId, review, error);
    }
  }

  /**
   * Closes an article whose history could not be verified. The next call reads it as a whole, which names the damage, repairs it
   * or asks how to, as for an article that is short. The window shows it again. Never rejects.
   */
  async #startAgain(articleId: string, review: OpenReview, error: UnverifiedHistoryError): Promise<void> {
    this.#unverified.add(articleId);
    if (this.#open.get(articleId) !== review) return;
    // Damage is named when the article is read again.
    if (error.cause !== undefined)
      this.context.log.error(
        'the history of an article could not be verified after it was opened',
        redactError(error),
      );
    await this.#showAgain(articleId, review);
  }

  /** Closes an article, so that the next call reads it from the disk, and has the window load it again. Never rejects. */
  async #showAgain(articleId: string, { isInWindow }: OpenReview): Promise<void> {
    const { log, emit } = this.context;
    await this.closeAndRun(articleId, async () => undefined).catch((reason) =>
      log.error('an article could not be closed', redactError(reason)),
    );
    if (isInWindow) emit({ type: 'reviewChanged', articleId, message: null });
  }

  async #openStore(articleId: string): Promise<ReviewStore> {
    await this.#closing.get(articleId);
    const reportRepair = this.#reportRepair.bind(this);
    const part = this.#unverified.has(articleId) ? 'whole' : 'end';
    return loadReviewStore(articleId, part, { ...this.context, reportRepair });
  }

  #scheduleSave(articleId: string, review: OpenReview): void {
    review.cancelSave();
    const save = () => void this.#saveAndClose(articleId, review);
    review.cancelSave = this.context.schedule(snapshotDelayMs, save);
  }

  async #saveAndClose(
    articleId: string,
    review: OpenReview,
    isToBeSaved = (store: ReviewStore) => store.hasUnsavedChanges,
  ): Promise<void> {
    review.cancelSave();
    const store = await review.getStore();
    if (store)
      await review.saveInTurn(async () => {
        if (isToBeSaved(store)) await saveCaches(articleId, store, this.context);
      });
    await this.#closeIfIdle(articleId, review);
  }

  async #closeIfIdle(articleId: string, review: OpenReview): Promise<void> {
    const store = await review.getStore();
    if (!store || this.#open.get(articleId) !== review) return;
    if (review.isInUse || review.isInWindow || store.hasUnsavedChanges) return;
    // Nothing was awaited since these checks, so the next call opens the article anew.
    this.#open.delete(articleId);
    review.cancelSave();
    await this.#trackClosing(articleId, store.close());
  }

  /** Closes a review whose caches can't be written, as on a full disk or without the lock: the next start makes them again. */
  async #closeUnsaved(articleId: string, review: OpenReview): Promise<void> {
    const store = await review.getStore();
    if (!store || review.isInUse || this.#open.get(articleId) !== review) return;
    this.#open.delete(articleId);
    await this.#trackClosing(articleId, store.close());
  }

  /** Makes new calls wait for `closing`, which must not reject. */
  async #trackClosing(articleId: string, closing: Promise<void>): Promise<void> {
    this.#closing.set(articleId, closing);
    await closing;
    if (this.#closing.get(articleId) === closing) this.#closing.delete(articleId);
  }
}
