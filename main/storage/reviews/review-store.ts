import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp, type System } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import type { UndoState } from '#shared/contract/commands/review-commands.ts';
import type { Draft, DraftRow } from '#shared/domain/base/draft.ts';
import type { StoredTextMap } from '#shared/domain/base/text-map.ts';
import { findLastChanges, getClaimHistory, type HistoryEntry } from '#shared/domain/history/claim-history.ts';
import { areSameEdits } from '#shared/domain/review/apply-edits.ts';
import { type Change, type Edit, invertChange, type ProposedChange } from '#shared/domain/review/change.ts';
import type { RecutSentence } from '#shared/domain/review/recut-sentence.ts';
import type { Review } from '#shared/domain/review/review.ts';
import {
  addRecutSentences,
  copyReview,
  listStoredFiles,
  type ReviewCopy,
  reviewToData,
} from '#shared/domain/review/review-data.ts';
import { restorePastReview } from '#shared/domain/review/undo-stacks.ts';
import { isolate } from '#shared/text/format/wording.ts';
import type { DraftFiles } from '../article/draft-files.ts';
import { collectJudgements, collectJudgementsOf, findRecutSentences } from '../article/recut-sentences.ts';
import { type SaveCopyContext, type SavedCopy, saveArticleCopy } from '../article/save-article-copy.ts';
import { asNotStored, notSavedError } from '../disk/disk-messages.ts';
import type { HistoryFile } from '../history/history-file.ts';
import type { HistoryEnd } from '../history/history-format.ts';
import type { Snapshot, SnapshotFile } from '../history/snapshot-file.ts';
import type { Vault } from '../vault/vault.ts';
import type { ChangeJournal } from './change-journal.ts';
import { type ConfirmRemoval, confirmRemoval } from './validate-change.ts';

/** The source of a change's id, time and author. */
export interface StoreContext extends Pick<System, 'now' | 'newId' | 'log'> {
  reviewer(): string | null;
  confirmRemoval: ConfirmRemoval;
}

/** Returns a new draft, with the edits that add it to the review; throws when it can't be added. */
export type CreateDraft = (
  review: Review,
  newestDraft: Draft,
  changes: readonly Change[],
) => { draft: Draft; edits: Edit[] };

/** The result of undo or redo. */
interface InverseResult {
  change: Change;
  /** The judged sentences that it brought back and that today's rules cut differently. */
  recutSentences: RecutSentence[];
}

interface StoreFiles {
  history: HistoryFile;
  snapshot: SnapshotFile;
  drafts: DraftFiles;
  vault: Vault;
}

/**
 * One article while it is open: the review in memory, and every change on the disk before it is acknowledged. All calls that
 * read or change the review run one after the other.
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
    const { undoable, redoable } = this.journal.changes.undoDepths;
    const { nextUndo, nextRedo } = this.journal.changes.nextSteps(this.journal.review);
    return {
      canUndo: !this.readOnly && undoable > 0,
      canRedo: !this.readOnly && redoable > 0,
      nextUndo: this.readOnly ? null : nextUndo,
      nextRedo: this.readOnly ? null : nextRedo,
    };
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
   * Commits a change that the window proposes. Resolves once it would survive a power cut; a change whose id is known is
   * acknowledged again. Rejects as `ChangeJournal.commit` does, with `conflict` when another change has the same id, and with
   * `nothing` when the reviewer declines to remove that many claims: then nothing was changed.
   */
  apply(proposed: ProposedChange): Promise<Change> {
    return this.#inTurn(async () => {
      const { journal, context } = this;
      const known = await journal.changes.find(proposed.id);
      if (!known) {
        await confirmRemoval(proposed.edits, journal.review, context.confirmRemoval);
        const change = { ...proposed, at: currentTimestamp(context), by: context.reviewer(), undoes: null };
        return journal.commit(change, { proposedBy: 'window', consequence: '' });
      }
      if (known.action === proposed.action && areSameEdits(known.edits, proposed.edits)) return known;
      throw new StetError('conflict', 'Another edit has the same number. Load the article again.');
    });
  }

  /**
   * Writes a new draft with its map to the file that it was read from, then commits the change that adds it. Rejects as
   * `ChangeJournal.commit` and `create` do, and then the review is as it was.
   */
  addDraft(
    action: 'draft.import' | 'draft.correct',
    create: CreateDraft,
    textMap: StoredTextMap | null = null,
  ): Promise<Change> {
    return this.#inTurn(async () => {
      const { journal } = this;
      journal.refuseReadOnly();
      const consequence = 'The draft was not added; the article is as it was.';
      const { list } = await journal.changes.waitUntilWhole();
      const { draft, edits } = create(journal.review, journal.draft, list);
      await this.files.drafts.write(draft, textMap).catch((error) => {
        // A text without the change that names it is no draft.
        throw notSavedError(asNotStored(error), consequence);
      });
      const change = { ...this.#stamp(), action, edits, undoes: null };
      return journal.commit(change, { proposedBy: 'main', consequence });
    });
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
      const past = this.isDamaged ? null : restorePastReview(this.journal.review, list, draftId);
      if (!past) return null;
      const { review, at } = past;
      addRecutSentences(review, await this.#findRecut(collectJudgements(review.claims.values()), review));
      return { review: copyReview(review), at };
    });
  }

  /** The map from a draft to the file that the vault keeps for it; null when there is none or it can't be used. Never rejects. */
  peekTextMap(row: DraftRow): Promise<StoredTextMap | null> {
    return this.files.drafts.peekMap(row);
  }

  /**
   * Commits the inverse of the last change that can be undone, or of the undo that can be redone. Rejects as
   * `ChangeJournal.commit` does, and with `nothing` when there is no such change, the reviewer declines, or another reviewer's
   * change came while the article was open: nobody undoes it by mistake in their own name.
   */
  revert(which: 'undo' | 'redo'): Promise<InverseResult> {
    return this.#inTurn(async () => {
      const { journal, context } = this;
      journal.refuseReadOnly();
      const { nextUndo, nextRedo } = await journal.changes.waitUntilWhole();
      const change = which === 'undo' ? nextUndo : nextRedo;
      if (!change) throw new StetError('nothing', `Nothing to ${which}.`);
      if (journal.isFromElsewhere(change) && change.by !== context.reviewer())
        throw new StetError(
          'nothing',
          `The newest change was made elsewhere, by ${change.by === null ? 'another reviewer' : isolate(change.by)}. It is not undone here; edit what you want to change instead.`,
        );
      const consequence = 'The change was not made; everything is as it was.';
      const inverse = invertChange(change, this.#stamp());
      await confirmRemoval(inverse.edits, journal.review, context.confirmRemoval);
      const committed = await journal.commit(inverse, { proposedBy: 'main', consequence });
      return { change: committed, recutSentences: await this.#addRecut(committed) };
    });
  }

  async #addRecut({ edits }: Change): Promise<RecutSentence[]> {
    const { review } = this.journal;
    const recutSentences = await this.#findRecut(collectJudgementsOf(edits), review);
    addRecutSentences(review, recutSentences);
    return recutSentences;
  }

  #findRecut(judgements: ReturnType<typeof collectJudgements>, review: Review): Promise<RecutSentence[]> {
    const { drafts } = this.files;
    return findRecutSentences(judgements, {
      review,
      newestDraft: this.journal.draft,
      drafts,
      log: this.context.log,
    });
  }

  #stamp(): { id: string; at: string; by: string | null } {
    const { context } = this;
    return { id: context.newId(), at: currentTimestamp(context), by: context.reviewer() };
  }

  async getLastChanges(): Promise<ReadonlyMap<string, string>> {
    const { list } = await this.journal.changes.waitUntilWhole();
    return this.#inTurn(() => findLastChanges(list, this.journal.review));
  }

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

  /** The snapshot of the review as it is now: to be called while the review is read. */
  createSnapshot(): Snapshot {
    const { seq, sha256, bytes } = this.end;
    const historyEnd = { bytes, ...this.journal.changes.undoDepths };
    return { lastSeq: seq, lastSum: sha256, historyEnd, review: reviewToData(this.journal.review) };
  }

  /** Resolves once the snapshot would survive a power cut. Rejects with the system's error: nothing is lost then. */
  writeSnapshot(snapshot: Snapshot): Promise<void> {
    return this.files.snapshot.write(snapshot);
  }

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
