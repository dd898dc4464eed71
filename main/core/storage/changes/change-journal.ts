import type { Draft } from '../../../../shared/domain/draft/draft';
import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import { type Change, type Edit, invertEdits } from '../../../../shared/domain/history/change';
import { getNewestDraft, type Review } from '../../../../shared/domain/review/review';
import type { EntityKey } from '../../../../shared/domain/review/tables';
import { StetError } from '../../errors/stet-error';
import { MaybeStoredError, notSavedError } from '../files/not-saved-error';
import type { EarlierLines } from '../history/earlier-changes';
import { ChangedOutsideError } from '../history/file-at-path';
import type { HistoryFile } from '../history/history-file';
import { DiskFollower, type OutsideChanges } from '../outside/disk-follower';
import { changedOutsideError, maybeStoredError } from '../outside/outside-messages';
import type { DraftFiles } from '../review/draft-files';
import type { ArticleContent } from '../review/read-article';
import type { Vault } from '../vault/vault';
import { CommittedChanges } from './committed-changes';
import { refuseForbiddenEdits, refuseInvalidPlacements, refuseMissingFiles } from './validate-change';

interface JournalFiles {
  history: HistoryFile;
  drafts: DraftFiles;
  vault: Vault;
}

interface CommitOptions {
  /** The window's changes are validated. Main's own (drafts, undo, redo) are built from what is stored. */
  proposedBy: 'window' | 'main';
  /** A sentence that says what becomes of the change when it can't be saved. */
  consequence: string;
}

/**
 * The review of an open article, which changes through `commit` alone. `commit` is the write pipeline: validate, apply,
 * append, publish. A change is in the review, in the history and in `changes`, or in none of them. When another program
 * changed the history, the journal follows it first (`outside/disk-follower.ts`). Calls have to be awaited one after the other.
 */
export class ChangeJournal {
  readonly review: Review;
  /** Why nothing may be written to the article; null when it may. */
  readonly readOnlyReason: string | null;
  readonly #changes: CommittedChanges;
  #draft: Draft;
  readonly #disk: DiskFollower;
  /** Whether the history may end with a change that was not acknowledged. The next append cuts it off. */
  #hasUncertainEnd = false;

  /**
   * Takes over the review of `content`, which must not be used otherwise afterwards. `earlier` are the lines before the changes
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

  /** The newest draft. */
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

  /** Whether the change came from elsewhere while the article was open. */
  isFromElsewhere(change: Change): boolean {
    return this.#disk.isFromElsewhere(change);
  }

  /** Throws `readOnly` when nothing may be written to the article. */
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

  /** Applies changes that were made elsewhere; false, with nothing changed, when they do not fit. */
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

  /** The second part of validation: these rules are about the rows that the edits result in, so they are checked on them. */
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

/** The history changed again while the journal followed it. */
function failAgain(error: unknown): never {
  throw error instanceof ChangedOutsideError ? changedOutsideError() : error;
}
