import type { Change } from './change';

/**
 * The changes that can be undone and redone, newest last. They follow from the history alone, so undo survives a restart.
 * An undo is an ordinary change whose `undoes` names the change that it reverts; a redo is the undo of an undo. The change
 * that opened the article cannot be undone, nor can a repair that stands for it or that changes nothing.
 */
export interface UndoStacks {
  readonly undoable: Change[];
  readonly redoable: Change[];
}

export function createUndoStacks(): UndoStacks {
  return { undoable: [], redoable: [] };
}

/** How many changes can be undone and redone, without the changes themselves. */
export interface UndoDepths {
  undoable: number;
  redoable: number;
}

/** As `pushChange`, for the depths of the stacks. Takes every undo and redo for one of the newest change on its stack. */
export function countChange({ undoable, redoable }: UndoDepths, change: Change): UndoDepths {
  if (change.undoes !== null && change.action === 'undo')
    return { undoable: Math.max(0, undoable - 1), redoable: redoable + 1 };
  if (change.undoes !== null && change.action === 'redo')
    return { undoable: undoable + 1, redoable: Math.max(0, redoable - 1) };
  return isUndoable(change) ? { undoable: undoable + 1, redoable: 0 } : { undoable, redoable };
}

function isUndoable(change: Change): boolean {
  return !opensArticle(change) && change.edits.length > 0;
}

function opensArticle({ action, edits }: Change): boolean {
  return (
    action === 'article.open' ||
    (action === 'history.repair' && edits.some((edit) => edit.table === 'article' && 'create' in edit))
  );
}

/** Updates the stacks, in place, with the next change of the history. */
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
  if (!isUndoable(change)) return;
  undoable.push(change);
  redoable.length = 0;
}
