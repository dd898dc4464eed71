import { applyEdits } from './apply-edits.ts';
import { type Change, invertEdits } from './change.ts';
import { putEntity, type Review } from './review.ts';
import { copyReview, reviewFromData } from './review-data.ts';

/** A review as it stood right before the draft after another one was added. */
interface PastReview {
  review: Review;
  /** When the next draft was added (RFC 3339 in UTC). */
  at: string;
}

/** The changes from the one that added a draft on, the oldest first. Null when they don't say everything that happened. */
function listChangesSince(changes: readonly Change[], draftId: string): readonly Change[] | null {
  // A draft whose import was undone and redone came in with the redo.
  const index = changes.findLastIndex(({ edits }) =>
    edits.some((edit) => edit.table === 'drafts' && edit.id === draftId && 'create' in edit),
  );
  const since = index === -1 ? [] : changes.slice(index);
  // Nobody knows what was in a line that a repair replaced.
  return since.length === 0 || since.some(({ action }) => action === 'history.repair') ? null : since;
}

/**
 * Restores the review as it was when the draft after this one came in: claims, verdicts, evidence and sources, by undoing every change
 * since in a copy. The article's details, and the drafts since with the places of claims in them, stay as they are now, because
 * the window lists and compares all drafts. `changes` must be the whole history, oldest first. Null for the newest draft, and when the
 * history doesn't say what was.
 */
export function restorePastReview(
  review: Review,
  changes: readonly Change[],
  draftId: string,
): PastReview | null {
  const { number } = review.drafts.get(draftId) ?? {};
  const later = [...review.drafts.values()].filter((row) => number !== undefined && row.number > number);
  const next = later.find((row) => row.number - 1 === number);
  const since = next ? listChangesSince(changes, next.id) : null;
  const [first] = since ?? [];
  if (!since || !first) return null;
  const past = reviewFromData({ ...copyReview(review), recutSentences: [] });
  for (const { edits } of since.toReversed()) if (!applyEdits(past, invertEdits(edits)).ok) return null;
  for (const row of review.article.values()) putEntity(past, 'article', row);
  for (const row of later) putEntity(past, 'drafts', row);
  const laterIds = new Set(later.map(({ id }) => id));
  for (const row of review.placements.values())
    if (laterIds.has(row.draftId)) putEntity(past, 'placements', row);
  return { review: past, at: first.at };
}

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
