import type { Change } from './change';

/**
 * The changes that can be undone and redone, newest last. They follow from the history alone, so undo survives a restart.
 * An undo is an ordinary change whose `undoes` names the change that it reverts; a redo is the undo of an undo. The change
 * that opened the article cannot be undone. Nothing before a repair can: it may stand for many changes, which nobody means to
 * take back in one step.
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
  if (isBarrier(change)) return { undoable: 0, redoable: 0 };
  return isUndoable(change) ? { undoable: undoable + 1, redoable: 0 } : { undoable, redoable };
}

function isUndoable({ action, edits }: Change): boolean {
  return action !== 'article.open' && action !== 'history.repair' && edits.length > 0;
}

function isBarrier({ action, edits }: Change): boolean {
  return action === 'history.repair' && edits.length > 0;
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
  if (isBarrier(change)) undoable.length = redoable.length = 0;
  if (!isUndoable(change)) return;
  undoable.push(change);
  redoable.length = 0;
}
