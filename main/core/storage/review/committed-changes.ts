import type { Change } from '../../../../shared/domain/history/change';
import { createUndoStacks, pushChange } from '../../../../shared/domain/history/undo-stacks';

/** The changes that are in the history, found by id, and what can be undone and redone. */
export class CommittedChanges {
  readonly #list: Change[] = [];
  readonly #byId = new Map<string, Change>();
  readonly #undoStacks = createUndoStacks();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.add(change);
  }

  /** Oldest first. */
  get list(): readonly Change[] {
    return this.#list;
  }

  /** The change that undo would take back. */
  get nextUndo(): Change | undefined {
    return this.#undoStacks.undoable.at(-1);
  }

  /** The undo that redo would take back. */
  get nextRedo(): Change | undefined {
    return this.#undoStacks.redoable.at(-1);
  }

  find(id: string): Change | undefined {
    return this.#byId.get(id);
  }

  add(change: Change): void {
    this.#list.push(change);
    this.#byId.set(change.id, change);
    pushChange(this.#undoStacks, change);
  }
}
