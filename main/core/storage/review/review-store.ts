import type { UndoState } from '../../../../shared/contract/commands/review-commands';
import type { Draft, DraftRow } from '../../../../shared/domain/draft/draft';
import type { StoredTextMap } from '../../../../shared/domain/draft/text-map';
import type { Change, ProposedChange } from '../../../../shared/domain/history/change';
import {
  findLastChanges,
  getClaimHistory,
  type HistoryEntry,
} from '../../../../shared/domain/history/claim-history';
import { restorePastReview, type UndoDepths } from '../../../../shared/domain/history/undo-stacks';
import type { Review } from '../../../../shared/domain/review/review';
import {
  addRecutSentences,
  copyReview,
  listStoredFiles,
  type ReviewCopy,
} from '../../../../shared/domain/review/review-data';
import { StetError } from '../../errors/stet-error';
import { createSerialQueue } from '../../serial-queue';
import { currentTimestamp } from '../../system';
import type { Task } from '../../tasks/task';
import type { ChangeJournal } from '../changes/change-journal';
import {
  type ChangeStampContext,
  type CreateDraft,
  commitDraft,
  commitInverse,
  commitProposed,
  type DraftAction,
  type InverseResult,
} from '../changes/commit-kinds';
import type { HistoryFile } from '../history/history-file';
import type { HistoryEnd } from '../history/read-history';
import type { Vault } from '../vault/vault';
import type { DraftFiles } from './draft-files';
import { collectJudgements, findRecutSentences } from './recut-sentences';
import { type SaveCopyContext, type SavedCopy, saveArticleCopy } from './save-article-copy';
import type { Snapshot, SnapshotFile } from './snapshot-file';

export type StoreContext = ChangeStampContext;

interface StoreFiles {
  history: HistoryFile;
  snapshot: SnapshotFile;
  drafts: DraftFiles;
  vault: Vault;
}

/**
 * One article while it is open: the review in memory, and every change on the disk before it is acknowledged. All calls that
 * read or change the review run one after the other.
 *
 * How a change is saved: `open/open-reviews.ts` opens the store and keeps it open; `changes/commit-kinds.ts` stamps the change;
 * `changes/change-journal.ts` validates (`validate-change.ts`), applies, appends (`history/`) and publishes it
 * (`committed-changes.ts`); `open/save-caches.ts` later writes the snapshot (`snapshot-file.ts`) and the library's entry. How an
 * article is opened: `load-review-store.ts` calls `read-repaired.ts`, which repairs it if need be, and that `read-article.ts`
 * (`history/read-history.ts` or `read-history-end.ts`, `replay.ts`, `draft-files.ts`, `recut-sentences.ts`,
 * `article-messages.ts`).
 */
export class ReviewStore {
  readonly #inTurn = createSerialQueue();
  /** The number of the last change when the article was opened. */
  readonly #openedSeq: number;

  constructor(
    private readonly journal: ChangeJournal,
    private readonly files: StoreFiles,
    /** Problems that were found when the article was read, in plain words. */
    readonly problems: {
      messages: readonly string[];
      lostDrafts: readonly DraftRow[];
      isDamaged: boolean;
    },
    private readonly context: StoreContext,
    /** Ends the verification of what was not read yet, if it is not done. */
    private readonly stopVerification: () => void,
  ) {
    this.#openedSeq = this.end.seq;
  }

  /** The files that are attached to the article's sources. */
  get vault(): Vault {
    return this.files.vault;
  }

  /** Whether a part of the history can't be read, so that claims, verdicts or sources may be missing. */
  get isDamaged(): boolean {
    return this.problems.isDamaged;
  }

  get readOnly(): boolean {
    return this.journal.readOnlyReason !== null;
  }

  get undoState(): UndoState {
    const { undoable, redoable } = this.undoDepths;
    const { nextUndo, nextRedo } = this.journal.changes.nextSteps(this.journal.review);
    return {
      canUndo: !this.readOnly && undoable > 0,
      canRedo: !this.readOnly && redoable > 0,
      nextUndo: this.readOnly ? null : nextUndo,
      nextRedo: this.readOnly ? null : nextRedo,
    };
  }

  /** How many changes can be undone and redone. */
  get undoDepths(): UndoDepths {
    return this.journal.changes.undoDepths;
  }

  /**
   * Resolves once the whole history is verified. Rejects with an `UnverifiedHistoryError` when it can't be: then the article has
   * to be closed and read anew, as a whole.
   */
  async waitUntilVerified(): Promise<void> {
    await this.journal.changes.waitUntilWhole();
  }

  /** The last change on the disk: its number, the checksum of its line, and the size in bytes of the history up to it. */
  get end(): HistoryEnd {
    return this.files.history.end;
  }

  /** Whether the history has changes that the snapshot does not contain yet. They are safe all the same. */
  get hasUnsavedSnapshot(): boolean {
    return !this.readOnly && this.files.snapshot.savedSeq < this.end.seq;
  }

  /** Whether changes since the article was opened are not in the snapshot yet. */
  get hasUnsavedChanges(): boolean {
    return this.hasUnsavedSnapshot && this.end.seq > this.#openedSeq;
  }

  /** Reads the review between two changes. The result must not hold the tables, which go on changing. */
  read<T>(select: (review: Review, draft: Draft, lastChange: Change | undefined) => T): Promise<T> {
    return this.#inTurn(() => {
      const { review, draft, changes } = this.journal;
      return select(review, draft, changes.last);
    });
  }

  /** Reads the review with all its changes, oldest first, as `read` does. */
  readWithChanges<T>(select: (review: Review, changes: readonly Change[], draft: Draft) => T): Promise<T> {
    return this.#inTurn(async () => {
      const { list } = await this.journal.changes.waitUntilWhole();
      return select(this.journal.review, list, this.journal.draft);
    });
  }

  /**
   * Resolves once the change would survive a power cut. A change whose id is known is acknowledged again. Rejects with
   * `conflict` when it does not fit, `badRequest` when the window must not propose it, `notSaved` or `readOnly`: then nothing
   * was changed.
   */
  apply(proposed: ProposedChange): Promise<Change> {
    return this.#inTurn(() => commitProposed(this.journal, this.context, proposed));
  }

  /**
   * Adds a draft with the edits that `create` returns for the current review, and its map to the file that it was read from.
   * Rejects as `apply` and `create` do, and then nothing was changed.
   */
  addDraft(action: DraftAction, create: CreateDraft, textMap: StoredTextMap | null = null): Promise<Change> {
    return this.#inTurn(() =>
      commitDraft(this.journal, this.files.drafts, this.context, action, create, textMap),
    );
  }

  /** Any draft of the article. Rejects with `notFound` or `damaged`. */
  readDraft(draftId: string): Promise<Draft> {
    return this.#inTurn(() => {
      const { review, draft } = this.journal;
      const row = review.drafts.get(draftId);
      if (!row) throw new StetError('notFound', 'This draft is not there any more.');
      return draftId === draft.id ? draft : this.files.drafts.read(row);
    });
  }

  /**
   * The review as it stood when the draft after this one was added, and when that was. Null for the newest draft, and when the history
   * doesn't say how it stood.
   */
  readPastReview(draftId: string): Promise<{ review: ReviewCopy; at: string } | null> {
    return this.#inTurn(async () => {
      const { list } = await this.journal.changes.waitUntilWhole();
      const { review: current, draft: newestDraft } = this.journal;
      const past = this.isDamaged ? null : restorePastReview(current, list, draftId);
      if (!past) return null;
      const { review, at } = past;
      const { log } = this.context;
      const judgements = collectJudgements(review.claims.values());
      addRecutSentences(
        review,
        await findRecutSentences(judgements, { review, newestDraft, drafts: this.files.drafts, log }),
      );
      return { review: copyReview(review), at };
    });
  }

  /** The map from a draft to the file that the vault keeps for it; null when there is none or it can't be used. Never rejects. */
  peekTextMap(row: DraftRow): Promise<StoredTextMap | null> {
    return this.files.drafts.peekMap(row);
  }

  /** Undoes the last change that can be undone. Resolves to the inverse change. Rejects as `apply` does, and with `nothing`. */
  undo(): Promise<InverseResult> {
    return this.#commitInverse('undo');
  }

  /** Redoes what was undone last. Resolves to the change that does so. Rejects as `apply` does, and with `nothing`. */
  redo(): Promise<InverseResult> {
    return this.#commitInverse('redo');
  }

  #commitInverse(which: 'undo' | 'redo'): Promise<InverseResult> {
    return this.#inTurn(() => commitInverse(this.journal, this.files.drafts, this.context, which));
  }

  /** When each claim was changed last, by its id. */
  async getLastChanges(): Promise<ReadonlyMap<string, string>> {
    const { list } = await this.journal.changes.waitUntilWhole();
    return this.#inTurn(() => findLastChanges(list, this.journal.review));
  }

  /** The changes that concern one claim, oldest first. */
  async getClaimHistory(claimId: string): Promise<HistoryEntry[]> {
    const { list } = await this.journal.changes.waitUntilWhole();
    return this.#inTurn(() => getClaimHistory(list, claimId));
  }

  /**
   * Writes the article into a new folder, as `saveArticleCopy` does, with changes that the window could not save yet. Nothing is
   * changed meanwhile. Rejects as that does, and as `HistoryFile.readContent`.
   */
  saveCopy(
    waiting: readonly ProposedChange[],
    context: Pick<SaveCopyContext, 'parent' | 'writer'>,
    task: Task,
  ): Promise<SavedCopy> {
    const { history, drafts, vault } = this.files;
    return this.#inTurn(async () => {
      const { review, draft } = this.journal;
      const article = { review, draft, drafts, vault, files: listStoredFiles(review), end: history.end };
      const stamp = { at: currentTimestamp(this.context), by: this.context.reviewer(), undoes: null };
      return saveArticleCopy(
        { ...article, history: await history.readContent() },
        waiting.map((change) => ({ ...change, ...stamp })),
        { ...this.context, ...context },
        task,
      );
    });
  }

  /** Resolves once the snapshot would survive a power cut. Rejects with the system's error: nothing is lost then. */
  writeSnapshot(snapshot: Snapshot): Promise<void> {
    return this.files.snapshot.write(snapshot);
  }

  /** Throws `readOnly` when nothing may be written to the article. */
  refuseReadOnly(): void {
    this.journal.refuseReadOnly();
  }

  /**
   * Closes the history and removes files of the vault that no change references. Must be called when nothing is in progress;
   * the store must not be used afterwards. Never rejects.
   */
  async close(): Promise<void> {
    this.stopVerification();
    await this.#inTurn(() => this.files.history.close());
    // Otherwise a change that was not read could reference a file. The next start will see.
    if (!this.journal.isComplete) return;
    const { journal, context } = this;
    await this.vault
      .sweep((await journal.changes.waitUntilWhole()).list)
      .catch((error) => context.log.error('the vault could not be swept', error));
  }
}
