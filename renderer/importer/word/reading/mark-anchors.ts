import { getAttribute } from '../../xml';
import { type Anchor, type AnchorElement, anchorEdges, isAnchor } from './anchors';
import { addRemovedWords, type ReadingState } from './reading-state';

/** Adds an anchor at the current position. */
export function markAnchor(
  state: ReadingState,
  element: Element,
  name: AnchorElement,
  isInRemoved = false,
): void {
  const comment = getAttribute(element, 'id') ?? '';
  const anchor: Anchor = { comment, edge: anchorEdges[name], isInRemoved, place: null };
  state.anchors.push(anchor);
  state.pendingAnchors.push(anchor);
  if (anchor.edge === 'start') {
    const words = state.removedWords.get(comment) ?? { text: '', areDeleted: false };
    state.removedWords.set(comment, words);
    state.openComments.set(comment, words);
  } else state.openComments.delete(comment);
}

/** Adds the anchors in an element that is not read itself, and notes its words for the comments that are about them. */
export function markAnchorsIn(state: ReadingState, element: Element): void {
  const areDeleted = /^(del|moveFrom|tr|tc)$/.test(element.localName);
  for (const inside of element.querySelectorAll('commentRangeStart, commentRangeEnd, t, delText')) {
    const { localName } = inside;
    if (localName === 't' || localName === 'delText')
      addRemovedWords(state, inside.textContent ?? '', areDeleted);
    else if (isAnchor(localName)) markAnchor(state, inside, localName, true);
  }
}

/** Ends a paragraph: anchors that are still pending go right after the last visible character. */
export function placePendingAnchors(state: ReadingState): void {
  const { lastVisible } = state;
  for (const anchor of state.pendingAnchors)
    anchor.place = lastVisible && { piece: lastVisible, side: 'end' };
  state.pendingAnchors = [];
}
