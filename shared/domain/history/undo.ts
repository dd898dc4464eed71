import type { Change } from './change';

/**
 * What can be undone and redone, read from the history alone, so that it survives a restart. An undo is an ordinary
 * change whose `undoes` names the step it takes back; a redo is the undo of an undo. The opening of the article is
 * where undo ends.
 */
export interface UndoStacks {
  readonly undoable: Change[];
  readonly redoable: Change[];
}

/** The stacks before any change. */
export function emptyStacks(): UndoStacks {
  return { undoable: [], redoable: [] };
}

/** Takes the next change of the history into account, in place. */
export function pushChange(stacks: UndoStacks, change: Change): void {
  const { undoable, redoable } = stacks;
  if (change.undoes !== null && undoable.at(-1)?.id === change.undoes) {
    undoable.pop();
    redoable.push(change);
    return;
  }
  if (change.undoes !== null && redoable.at(-1)?.id === change.undoes) {
    redoable.pop();
    undoable.push(change);
    return;
  }
  if (change.action === 'article.open') return;
  undoable.push(change);
  redoable.length = 0;
}
