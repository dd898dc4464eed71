import type { UndoState } from '../../../../shared/contract/commands/review-commands';
import type { RecutSentence } from '../../../../shared/domain/claims/recut-sentence';
import type { Draft, DraftRow } from '../../../../shared/domain/draft/draft';
import type { StoredTextMap } from '../../../../shared/domain/draft/text-map';
import { areSameEdits } from '../../../../shared/domain/history/apply-edits';
import { type Change, type Edit, invertChange, type ProposedChange } from '../../../../shared/domain/history/change';
import { findLastChanges, getClaimHistory, type HistoryEntry } from '../../../../shared/domain/history/claim-history';
import { restorePastReview } from '../../../../shared/domain/history/past-review';
import type { UndoDepths } from '../../../../shared/domain/history/undo-stacks';
import type { Review } from '../../../../shared/domain/review/review';
import { addRecutSentences, copyReview, type ReviewCopy } from '../../../../shared/domain/review/review-copy';
import { listStoredFiles } from '../../../../shared/domain/review/stored-files';
import { isolate } from '../../../../shared/text/format/isolate';
import { StetError } from '../../errors/stet-error';
import { createSerialQueue } from '../../serial-queue';
import { currentTimestamp, type System } from '../../system';
import type { Task } from '../../tasks/tasks';
import type { ChangeJournal } from '../changes/change-journal';
import { type ConfirmRemoval, confirmRemoval } from '../changes/validate-change';
import { asNotStored, notSavedError } from '../files/disk-messages';
import type { HistoryFile } from '../history/history-file';
import type { HistoryEnd } from '../history/history-format';
import type { Vault } from '../vault/vault';
import type { DraftFiles } from './draft-files';
import { collectJudgements, collectJudgementsOf, findRecutSentences } from './recut-sentences';
import { saveArticleCopy, type SaveCopyContext, type SavedCopy } from './save-article-copy';
import type { Snapshot, SnapshotFile } from './snapshot-file';

/** The source of a change's id, time and author. */
interface ChangeStampContext extends Pick<System, 'now' | 'newId' | 'log'> {
  /** The reviewer's current name. */
  reviewer(): string | null;
  confirmRemoval: ConfirmRemoval;
}

type DraftAction = 'draft.import' | 'draft.correct';

/** Returns a new draft, with the edits that add it to the review; throws when it can't be added. */
export type CreateDraft = (
  review: Review,
  newestDraft: Draft,
  changes: readonly Change[],
) => { draft: Draft; edits: Edit[] };

/**
 * Commits a change that the window proposes. A change whose id is known is returned as it was stored. Rejects as
 * `ChangeJournal.commit` does, with `conflict` when another change has the same id, and with
 * `nothing` when the reviewer declines to remove that many claims.
 */
async function commitProposed(
  journal: ChangeJournal,
  context: ChangeStampContext,
  proposed: ProposedChange,
): Promise<Change> {
  const known = await journal.changes.find(proposed.id);
  if (!known) {
    await confirmRemoval(proposed.edits, journal.review, context.confirmRemoval);
    const change = { ...proposed, at: currentTimestamp(context), by: context.reviewer(), undoes: null };
    return journal.commit(change, { proposedBy: 'window', consequence: '' });
  }
  if (known.action === proposed.action && areSameEdits(known.edits, proposed.edits)) return known;
  throw new StetError('conflict', 'Another edit has the same number. Load the article again.');
}

/**
 * Writes a new draft with its map, then commits the change that adds it. Rejects as `ChangeJournal.commit` and `create` do, and then the
 * review is as it was.
 */
async function commitDraft(
  journal: ChangeJournal,
  files: DraftFiles,
  context: ChangeStampContext,
  action: DraftAction,
  create: CreateDraft,
  textMap: StoredTextMap | null,
): Promise<Change> {
  journal.refuseReadOnly();
  const consequence = 'The draft was not added; the article is as it was.';
  const { list } = await journal.changes.waitUntilWhole();
  const { draft, edits } = create(journal.review, journal.draft, list);
  await files.write(draft, textMap).catch((error) => {
    // A text without the change that names it is no draft.
    throw notSavedError(asNotStored(error), consequence);
  });
  const change = { ...createStamp(context), action, edits, undoes: null };
  return journal.commit(change, { proposedBy: 'main', consequence });
}

/** The result of undo or redo. */
interface InverseResult {
  change: Change;
  /** The judged sentences that it brought back and that today's rules cut differently. */
  recutSentences: RecutSentence[];
}

/**
 * Commits the inverse of the last change that can be undone, or of the undo that can be redone. Rejects as
 * `ChangeJournal.commit` does, and with `nothing` when there is no such change, the reviewer declines, or another reviewer's
 * change came while the article was open: nobody undoes it by mistake in their own name.
 */
async function commitInverse(
  journal: ChangeJournal,
  drafts: DraftFiles,
  context: ChangeStampContext,
  which: 'undo' | 'redo',
): Promise<InverseResult> {
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
  const inverse = invertChange(change, createStamp(context));
  await confirmRemoval(inverse.edits, journal.review, context.confirmRemoval);
  const committed = await journal.commit(inverse, { proposedBy: 'main', consequence });
  const { review, draft: newestDraft } = journal;
  const judged = collectJudgementsOf(committed.edits);
  const recutSentences = await findRecutSentences(judged, { review, newestDraft, drafts, log: context.log });
  addRecutSentences(review, recutSentences);
  return { change: committed, recutSentences };
}

/** The id, the time and the author of a change that is made now. */
function createStamp(context: ChangeStampContext): { id: string; at: string; by: string | null } {
  return { id: context.newId(), at: currentTimestamp(context), by: context.reviewer() };
}

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
