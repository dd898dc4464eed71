import type { Anchor } from '../anchors';
import { markAnchorsIn } from '../mark-anchors';
import type { ReadingState } from '../reading-state';

/** Marks an edge of a change at the current position, as that of a comment is. */
function markEdge(state: ReadingState, edge: 'start' | 'end'): Anchor {
  const anchor: Anchor = { comment: '', edge, isInRemoved: false, place: null };
  state.pendingAnchors.push(anchor);
  return anchor;
}

/**
 * Reads a tracked change of a report of ours that nobody accepted, as if it had not been made: `readContent` reads what was deleted, and
 * what was inserted is left out. Comments that begin or end in it keep their places.
 */
export function readOwnChange(state: ReadingState, change: Element, readContent: () => void): void {
  const start = markEdge(state, 'start');
  if (change.localName === 'ins') markAnchorsIn(state, change);
  else readContent();
  const end = markEdge(state, 'end');
  if (!state.rejectedChanges.has(change)) state.undecided.push({ change, start, end });
}
