import { StetError } from '#main/base/stet-error.ts';
import type { UndoState } from '#shared/contract/commands/review-commands.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { summarizeStep } from '#shared/domain/history/step-summary.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { type Change, type Edit, invertEdits } from '#shared/domain/review/change.ts';
import { getNewestDraft, type Review } from '#shared/domain/review/review.ts';
import type { EntityKey } from '#shared/domain/review/tables.ts';
import {
  countChange,
  createUndoStacks,
  pushChange,
  type UndoDepths,
} from '#shared/domain/review/undo-stacks.ts';
import type { DraftFiles } from '../article/draft-files.ts';
import type { ArticleContent } from '../article/read-article.ts';
import { MaybeStoredError, notSavedError } from '../disk/disk-messages.ts';
import { ChangedOutsideError, type HistoryFile } from '../history/history-file.ts';
import type { EarlierLines } from '../history/long-history.ts';
import type { Vault } from '../vault/vault.ts';
import { changedOutsideError, DiskFollower, maybeStoredError, type OutsideChanges } from './disk-follower.ts';
import { refuseForbiddenEdits, refuseInvalidPlacements, refuseMissingFiles } from './validate-change.ts';

class WholeHistory {
  readonly #list: Change[] = [];
  readonly #byId = new Map<string, Change>();
  readonly #undoStacks = createUndoStacks();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.add(change);
  }

  get list(): readonly Change[] {
    return this.#list;
  }

  get nextUndo(): Change | undefined {
    return this.#undoStacks.undoable.at(-1);
  }

  get nextRedo(): Change | undefined {
    return this.#undoStacks.redoable.at(-1);
  }

  get undoDepths(): UndoDepths {
    const { undoable, redoable } = this.#undoStacks;
    return { undoable: undoable.length, redoable: redoable.length };
  }

  find(id: string): Change | undefined {
    return this.#byId.get(id);
  }

  /** Finds the original change behind an undo or redo, which may revert another undo or redo. */
  findFirst(change: Change): Change {
    let first = change;
    while (first.undoes !== null) {
      const reverted = this.#byId.get(first.undoes);
      if (!reverted) break;
      first = reverted;
    }
    return first;
  }

  /** Whether every change that is undone or redone is there as well. */
  isSelfContained(): boolean {
    return this.#list.every(({ undoes }) => undoes === null || this.#byId.has(undoes));
  }

  add(change: Change): void {
    this.#list.push(change);
    this.#byId.set(change.id, change);
    pushChange(this.#undoStacks, change);
  }
}

/**
 * The changes in the history. At first only the end of a long history was read, and a worker verifies the lines before it. Callers
 * that need every change wait for that.
 */
class CommittedChanges {
  /** Before the history is whole, it holds the changes since the snapshot, with the last one that the snapshot holds. */
  #known: WholeHistory;
  /** The lines that are being verified; null once the history is whole. */
  #earlier: EarlierLines | null;
  readonly #whole: Promise<WholeHistory>;
  /** Used as long as the history is not whole. */
  #depths: UndoDepths;

  /** `changes` come after `earlier`. The first of them is the last one that the snapshot holds. */
  constructor(changes: readonly Change[], earlier: EarlierLines | null) {
    this.#known = new WholeHistory(changes);
    this.#earlier = earlier;
    this.#depths = earlier ? changes.slice(1).reduce(countChange, earlier.depths) : this.#known.undoDepths;
    this.#whole = earlier ? this.#addEarlier(earlier.changes) : Promise.resolve(this.#known);
    // Without this, an error would be unhandled if no caller awaits the promise.
    this.#whole.catch(() => undefined);
  }

  get isWhole(): boolean {
    return this.#earlier === null;
  }

  get undoDepths(): UndoDepths {
    return this.isWhole ? this.#known.undoDepths : this.#depths;
  }

  /**
   * The steps that undo and redo would revert. Null while the history is not whole and the step, or its original change, may be in the
   * earlier lines.
   */
  nextSteps(review: Review): Pick<UndoState, 'nextUndo' | 'nextRedo'> {
    const history = this.#known;
    const isKnown = this.isWhole || history.isSelfContained();
    const summarize = (change: Change | undefined) =>
      change && isKnown ? summarizeStep({ ...history.findFirst(change), id: change.id }, review) : null;
    return { nextUndo: summarize(history.nextUndo), nextRedo: summarize(history.nextRedo) };
  }

  get last(): Change | undefined {
    return this.#known.list.at(-1);
  }

  /** Resolves once every change is there and verified. Rejects as `EarlierLines.changes`. */
  waitUntilWhole(): Promise<WholeHistory> {
    return this.#whole;
  }

  /** Finds a change by its id. Waits for the verification only if the id occurs in the earlier lines. */
  async find(id: string): Promise<Change | undefined> {
    const known = this.#known.find(id);
    if (known || !this.#earlier) return known;
    const bytes = await this.#earlier.bytes;
    return bytes.includes(id) ? (await this.#whole).find(id) : undefined;
  }

  add(change: Change): void {
    this.#known.add(change);
    this.#depths = countChange(this.#depths, change);
  }

  async #addEarlier(earlier: Promise<readonly Change[]>): Promise<WholeHistory> {
    const whole = new WholeHistory(await earlier);
    // Changes may have been added meanwhile.
    for (const change of this.#known.list) whole.add(change);
    this.#known = whole;
    // The history file has these bytes now.
    this.#earlier = null;
    return whole;
  }
}

interface JournalFiles {
  history: HistoryFile;
  drafts: DraftFiles;
  vault: Vault;
}

interface CommitOptions {
  /** Changes of the window are validated. Main builds its own (drafts, undo, redo) from stored data. */
  proposedBy: 'window' | 'main';
  /** A sentence about what happens to the change if it can't be saved. */
  consequence: string;
}

/**
 * The review of an open article, which changes through `commit` alone. `commit` is the write pipeline: validate, apply,
 * append, publish. A change is in the review, in the history and in `changes`, or in none of them. When another program
 * changed the history, the journal follows it first (`disk-follower.ts`). Calls have to be awaited one after the other.
 */
export class ChangeJournal {
  readonly review: Review;
  /** Why nothing may be written to the article; null when it may. */
  readonly readOnlyReason: string | null;
  readonly #changes: CommittedChanges;
  #draft: Draft;
  readonly #disk: DiskFollower;
  /** Whether the history may end with a change that was not acknowledged. The next append removes it. */
  #hasUncertainEnd = false;

  /**
   * Takes ownership of the review of `content`, which the caller must not use any more. `earlier` are the lines before the changes
   * of `content`, unless those are the whole history.
   */
  constructor(
    content: ArticleContent,
    earlier: EarlierLines | null,
    private readonly files: JournalFiles,
    outside: OutsideChanges,
  ) {
    this.#disk = new DiskFollower(files.history, outside, (changes) => this.#adopt(changes));
    this.review = content.review;
    this.#draft = content.draft;
    this.#changes = new CommittedChanges(content.changes, earlier);
    this.readOnlyReason = content.readOnlyReason;
  }

  get draft(): Draft {
    return this.#draft;
  }

  get changes(): Pick<CommittedChanges, 'find' | 'last' | 'nextSteps' | 'undoDepths' | 'waitUntilWhole'> {
    return this.#changes;
  }

  /** Whether `changes` is certainly everything that the history contains. */
  get isComplete(): boolean {
    return this.readOnlyReason === null && !this.#hasUncertainEnd && this.#changes.isWhole;
  }

  isFromElsewhere(change: Change): boolean {
    return this.#disk.isFromElsewhere(change);
  }

  refuseReadOnly(): void {
    if (this.readOnlyReason !== null) throw new StetError('readOnly', this.readOnlyReason);
  }

  /**
   * Resolves once the change would survive a power cut. Rejects with `badRequest` when it is invalid, `conflict` when it does
   * not fit the review, `notSaved`, `readOnly` or `damaged`: then nothing was changed.
   */
  async commit(change: Change, options: CommitOptions): Promise<Change> {
    if (options.proposedBy === 'window') refuseForbiddenEdits(change.edits);
    this.refuseReadOnly();
    try {
      return await this.#commitOnce(change, options);
    } catch (error) {
      if (!(error instanceof ChangedOutsideError)) throw error;
      await this.#disk.follow(change.id, options.consequence);
      return (
        (await this.#changes.find(change.id)) ?? (await this.#commitOnce(change, options).catch(failAgain))
      );
    }
  }

  async #commitOnce(change: Change, { proposedBy, consequence }: CommitOptions): Promise<Change> {
    const touched = this.#apply(change.edits);
    let draft: Draft;
    try {
      if (proposedBy === 'window') await this.#validateApplied(change.edits, touched);
      draft = await this.#readDraftAfter(change.edits);
      await this.#append(change);
    } catch (error) {
      this.#revert(change.edits, error);
      if (error instanceof ChangedOutsideError) throw error;
      if (error instanceof MaybeStoredError) throw maybeStoredError(error);
      throw notSavedError(error, consequence);
    }
    this.#publish(change, draft);
    return change;
  }

  /** Applies changes that were made elsewhere. Resolves to false, with nothing changed, when they do not fit. */
  async #adopt(changes: readonly Change[]): Promise<boolean> {
    const edits = changes.flatMap((change) => change.edits);
    if (!applyEdits(this.review, edits).ok) return false;
    try {
      const draft = await this.#readDraftAfter(edits);
      for (const change of changes) this.#publish(change, draft);
      return true;
    } catch (error) {
      this.#revert(edits, error);
      throw error;
    }
  }

  #apply(edits: readonly Edit[]): readonly EntityKey[] {
    const applied = applyEdits(this.review, edits);
    if (applied.ok) return applied.touched;
    const message = 'This edit does not fit what is stored. Load the article again.';
    throw new StetError('conflict', message, { cause: applied.reason });
  }

  /** The second part of validation: rules about the rows that result from the edits. */
  async #validateApplied(edits: readonly Edit[], touched: readonly EntityKey[]): Promise<void> {
    refuseInvalidPlacements(this.review, this.#draft, touched);
    await refuseMissingFiles(this.review, edits, this.files.vault);
  }

  /** The newest draft once the edits are applied; its text is read when they add or remove a draft. */
  async #readDraftAfter(edits: readonly Edit[]): Promise<Draft> {
    const hasOtherDraft = edits.some(({ table }) => table === 'drafts');
    return hasOtherDraft ? this.files.drafts.read(getNewestDraft(this.review)) : this.#draft;
  }

  async #append(change: Change): Promise<void> {
    this.#hasUncertainEnd = true;
    await this.files.history.append(change);
    this.#hasUncertainEnd = false;
  }

  #publish(change: Change, draft: Draft): void {
    this.#draft = draft;
    this.#changes.add(change);
  }

  #revert(edits: readonly Edit[], cause: unknown): void {
    const reverted = applyEdits(this.review, invertEdits(edits));
    if (!reverted.ok) throw new Error(`a change could not be reverted: ${reverted.reason}`, { cause });
  }
}

/** Throws, because the history changed again while the journal followed it. */
function failAgain(error: unknown): never {
  throw error instanceof ChangedOutsideError ? changedOutsideError() : error;
}
