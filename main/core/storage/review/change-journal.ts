import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import { type Change, invertEdits } from '../../../../shared/domain/history/change';
import { emptyStacks, pushChange } from '../../../../shared/domain/history/undo';
import { currentDraft } from '../../../../shared/domain/review/review';
import type { EntityKey } from '../../../../shared/domain/review/tables';
import { StetError } from '../../errors/stet-error';
import { notSaved } from '../files/not-saved';
import type { DraftFiles } from './draft-files';
import type { ReadArticle } from './read-article';

interface UndoState {
  canUndo: boolean;
  canRedo: boolean;
}

/**
 * How a change of an open article comes about: applied to the tables, appended to the history and remembered, or none of
 * it. Calls have to be awaited one after the other.
 */
export class ChangeJournal {
  readonly #known = new Map<string, Change>();
  readonly #stacks = emptyStacks();
  /** Whether a change that the disk did not take may stand in the history all the same, until the next append. */
  #unsure = false;

  constructor(
    private readonly article: ReadArticle,
    private readonly drafts: DraftFiles,
  ) {
    for (const change of article.changes) this.#remember(change);
  }

  /** Whether what was read and committed is all that stands in the history. */
  get isWhole(): boolean {
    return this.article.readOnly === null && !this.#unsure;
  }

  get undoState(): UndoState {
    const isReadOnly = this.article.readOnly !== null;
    return { canUndo: !isReadOnly && !!this.nextUndo, canRedo: !isReadOnly && !!this.nextRedo };
  }

  /** The change that undo would take back. */
  get nextUndo(): Change | undefined {
    return this.#stacks.undoable.at(-1);
  }

  /** The undoing change that redo would take back. */
  get nextRedo(): Change | undefined {
    return this.#stacks.redoable.at(-1);
  }

  known(id: string): Change | undefined {
    return this.#known.get(id);
  }

  /** Rejects with `readOnly` when nothing may be written to the article. */
  refuseReadOnly(): void {
    const { readOnly } = this.article;
    if (readOnly !== null) throw new StetError('readOnly', readOnly);
  }

  /**
   * `kept` says what becomes of the change when the disk does not take it; `check` throws when it must not stand. A change
   * that brings or takes a draft brings the text of the newest along. Rejects with `conflict`, `notSaved`, `readOnly`,
   * `damaged`, or as `check` does.
   */
  async commit(
    change: Change,
    kept: string,
    check: (touched: readonly EntityKey[]) => Promise<void> | undefined = () => undefined,
  ): Promise<Change> {
    this.refuseReadOnly();
    const { review, history, changes } = this.article;
    const applied = applyEdits(review, change.edits);
    if (!applied.ok)
      throw new StetError('conflict', 'This edit does not fit what is stored. Load the article again.', {
        cause: applied.reason,
      });
    let { draft } = this.article;
    try {
      await check(applied.touched);
      if (change.edits.some(({ table }) => table === 'drafts'))
        draft = await this.drafts.read(currentDraft(review));
      this.#unsure = true;
      await history.append(change);
      this.#unsure = false;
    } catch (error) {
      const back = applyEdits(review, invertEdits(change.edits));
      if (!back.ok) throw new Error(`a change could not be taken back: ${back.reason}`, { cause: error });
      throw notSaved(error, kept);
    }
    this.article.draft = draft;
    changes.push(change);
    this.#remember(change);
    return change;
  }

  #remember(change: Change): void {
    this.#known.set(change.id, change);
    pushChange(this.#stacks, change);
  }
}
