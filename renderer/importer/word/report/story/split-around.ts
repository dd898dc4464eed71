import { setId } from './copy-with-new-ids';

/** A side of an element. */
export type Side = 'before' | 'after';

export interface Beside {
  node: Element;
  side: Side;
}

const isTracked = ({ localName, parentElement }: Element) =>
  /^(ins|moveTo|del|moveFrom)$/.test(localName) && parentElement !== null;

/**
 * Splits tracked insertions and deletions around an element, so that what is put beside it is in none of them: pandoc leaves comments in
 * them out, and a change within another's insertion would go with it. Returns the place outside of them.
 */
export function splitAround(start: Element, startSide: Side, nextId: () => number): Beside {
  let [node, side] = [start, startSide];
  for (let parent = node.parentElement; parent && isTracked(parent); parent = node.parentElement) {
    const first = side === 'before' ? node : node.nextElementSibling;
    if (first && first !== parent.firstElementChild) moveHead(parent, first, nextId);
    [node, side] = first ? [parent, 'before'] : [parent, 'after'];
  }
  return { node, side };
}

/** Moves the content before a child into a copy of the element before it. */
function moveHead(parent: Element, until: Element, nextId: () => number): void {
  const head = parent.ownerDocument.importNode(parent, false);
  setId(head, nextId());
  while (parent.firstChild && parent.firstChild !== until) head.append(parent.firstChild);
  parent.before(head);
}
