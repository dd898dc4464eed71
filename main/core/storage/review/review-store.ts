import type { Draft } from '../../../../shared/domain/draft';
import {
  type Change,
  type Edit,
  invert,
  type ProposedChange,
} from '../../../../shared/domain/history/change';
import { claimHistory, type HistoryEntry } from '../../../../shared/domain/history/claim-history';
import { sameEdits } from '../../../../shared/domain/history/parse-edit';
import { type Review, reviewToData } from '../../../../shared/domain/review/review';
import { StetError } from '../../errors/stet-error';
import { moment, type Outside } from '../../platform';
import { serialQueue } from '../../serial-queue';
import { notSaved } from '../files/not-saved';
import type { Vault } from '../vault/vault';
import { ChangeJournal } from './change-journal';
import type { DraftFiles } from './draft-files';
import { refuseMisplaced, refuseNotKept, refuseUnpermitted } from './permitted-edits';
import type { ReadArticle } from './read-article';
import type { Snapshot } from './snapshot-file';
import { SnapshotWriter } from './snapshot-writer';

/** After so many milliseconds without a change, the snapshot is written. */
const snapshotPause = 2_000;

interface StoreEffects extends Pick<Outside, 'now' | 'newId' | 'later' | 'log'> {
  /** The reviewer's name as it is now. */
  reviewer(): string | null;
  /** The reviewer paused: time to flush the store. */
  paused(): void;
}

/**
 * The review of one article while it is open: the tables in memory, and every change on the disk before it is
 * acknowledged. Whatever touches them runs one after the other, in the order of the calls.
 */
export class ReviewStore {
  readonly #inTurn = serialQueue();
  readonly #snapshots: SnapshotWriter;
  readonly #journal: ChangeJournal;
  #callOff: () => void = () => undefined;

  constructor(
    private readonly article: ReadArticle,
    /** The files of the article. */
    readonly vault: Vault,
    private readonly drafts: DraftFiles,
    private readonly effects: StoreEffects,
  ) {
    this.#snapshots = new SnapshotWriter(article.snapshot, article.snapshotSeq, effects.log);
    this.#journal = new ChangeJournal(article, drafts);
  }

  get problems(): string[] {
    return this.article.problems;
  }

  get readOnly(): boolean {
    return this.article.readOnly !== null;
  }

  /** Whether there are changes that the snapshot does not hold yet. They are safe all the same. */
  get unwritten(): boolean {
    return !this.readOnly && this.#snapshots.writtenSeq < this.article.history.lastSeq;
  }

  /** Size in bytes of the history on the disk. */
  get historyBytes(): number {
    return this.article.history.bytes;
  }

  get undoState(): ChangeJournal['undoState'] {
    return this.#journal.undoState;
  }

  /** Looks at the review between two changes. What is returned must not hold the tables, which go on changing. */
  read<T>(look: (review: Review, draft: Draft, changes: readonly Change[]) => T): Promise<T> {
    return this.#inTurn(() => look(this.article.review, this.article.draft, this.article.changes));
  }

  /**
   * Resolves once the change would survive a power cut; a change known by its id is acknowledged again. Rejects with
   * `conflict` when it does not fit, `notSaved` when the disk did not take it, `readOnly`, or `badRequest` when it is not
   * the window's to ask: then nothing was changed.
   */
  apply(proposed: ProposedChange): Promise<Change> {
    return this.#inTurn(() => {
      const known = this.#journal.known(proposed.id);
      if (!known) {
        refuseUnpermitted(proposed.edits);
        const change = { ...proposed, at: moment(this.effects), by: this.effects.reviewer(), undoes: null };
        const committing = this.#journal.commit(change, 'The edit was not stored.', (touched) => {
          refuseMisplaced(this.article.review, this.article.draft, touched);
          return refuseNotKept(this.article.review, proposed.edits, this.vault);
        });
        return this.#committed(committing);
      }
      if (known.action === proposed.action && sameEdits(known.edits, proposed.edits)) return known;
      throw new StetError('conflict', 'Another edit has the same number. Load the article again.');
    });
  }

  /**
   * Adds a draft, with the edits that `make` gives for the review as it stands. Rejects as `apply` and `make` do, and then
   * nothing was changed.
   */
  addDraft(
    action: 'draft.import' | 'draft.correct',
    make: (review: Review, draft: Draft, changes: readonly Change[]) => { draft: Draft; edits: Edit[] },
  ): Promise<Change> {
    return this.#inTurn(async () => {
      this.refuseReadOnly();
      const kept = 'The draft was not added; the article is as it was.';
      const { review, draft: before, changes } = this.article;
      const { draft, edits } = make(review, before, changes);
      await this.drafts.write(draft).catch((error) => {
        throw notSaved(error, kept);
      });
      return this.#committed(this.#journal.commit({ ...this.#stamp(), action, edits, undoes: null }, kept));
    });
  }

  /** The text of any draft of the article. Rejects with `notFound` or `damaged`. */
  readDraft(draftId: string): Promise<Draft> {
    return this.#inTurn(() => {
      const row = this.article.review.drafts.get(draftId);
      if (!row) throw new StetError('notFound', 'This draft is not there any more.');
      return draftId === this.article.draft.id ? this.article.draft : this.drafts.read(row);
    });
  }

  /** Takes back the last step that can be; the change that does it. Rejects as `apply` does, and with `nothing`. */
  undo(): Promise<Change> {
    return this.#inTurn(() => this.#takeBack(this.#journal.nextUndo, 'There is nothing to undo.'));
  }

  /** Does again what was undone last; the change that does it. Rejects as `apply` does, and with `nothing`. */
  redo(): Promise<Change> {
    return this.#inTurn(() => this.#takeBack(this.#journal.nextRedo, 'There is nothing to redo.'));
  }

  /** The changes that concern one claim, oldest first. */
  history(claimId: string): Promise<HistoryEntry[]> {
    return this.read((_review, _draft, changes) => claimHistory(changes, claimId));
  }

  /** Writes the snapshot if there is anything new. Never rejects: a failure is only logged, the history has it all. */
  async flush(): Promise<void> {
    this.#callOff();
    // Only taking the state has to happen between two edits: entities are never mutated, so edits go on meanwhile.
    if (this.unwritten) await this.#snapshots.write(() => this.#inTurn(() => this.#state()));
  }

  /** Rejects with `readOnly` when nothing may be written to the article. */
  refuseReadOnly(): void {
    this.#journal.refuseReadOnly();
  }

  /**
   * Lets go of the file, and removes what was attached but is in no change. Call it when nothing is under way; the store
   * must not be used afterwards. Never rejects.
   */
  async close(): Promise<void> {
    this.#callOff();
    await this.#inTurn(() => this.article.history.close());
    // What the history names is known only of one that was read, and written, whole: the next start will see.
    if (!this.#journal.isWhole) return;
    const { vault, effects } = this;
    await vault
      .sweep(this.article.changes)
      .catch((error) => effects.log.error('the vault could not be swept', error));
  }

  #state(): Snapshot {
    return { lastSeq: this.article.history.lastSeq, review: reviewToData(this.article.review) };
  }

  #takeBack(change: Change | undefined, otherwise: string): Promise<Change> {
    if (!change) throw new StetError('nothing', otherwise);
    const kept = 'The step was not taken; everything is as it was.';
    return this.#committed(this.#journal.commit(invert(change, this.#stamp()), kept));
  }

  #stamp(): { id: string; at: string; by: string | null } {
    const { effects } = this;
    return { id: effects.newId(), at: moment(effects), by: effects.reviewer() };
  }

  /** Notes when the reviewer paused last. */
  async #committed(commit: Promise<Change>): Promise<Change> {
    const change = await commit;
    this.#callOff();
    this.#callOff = this.effects.later(snapshotPause, () => this.effects.paused());
    return change;
  }
}
