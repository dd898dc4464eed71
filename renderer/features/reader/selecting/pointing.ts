import { offsetOf, textsIn } from '../dom-text';
import { caretAt } from './caret-at';
import { type Box, nearestPlace, type Point } from './nearest-place';

/** The parts of the lines that the texts of some elements take. */
function boxesOf(elements: readonly Element[]): DOMRect[] {
  const range = document.createRange();
  return elements.flatMap((element) =>
    [...textsIn(element)].flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    }),
  );
}

/** The elements, which stand one below the other, between which a height of the window lies, or which hold it. */
function elementsAround(elements: readonly Element[], y: number): Element[] {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? y) < y) low = middle + 1;
    else high = middle;
  }
  return elements.slice(Math.max(0, low - 1), low + 1);
}

/** The place between characters nearest to a point of a line that something lies over, so that it can't be hit. */
function placeUnder(elements: readonly Element[], { x, y }: Point): { node: Node; at: number } | null {
  const range = document.createRange();
  let best: { node: Node; at: number; away: number } | null = null;
  const consider = (node: Node, at: number, box: Box) => {
    const away = Math.abs((box.left + box.right) / 2 - x);
    if (box.top > y || box.bottom < y || (best && best.away <= away)) return;
    const isRightToLeft = node.parentElement && getComputedStyle(node.parentElement).direction === 'rtl';
    const isBehind = x > (box.left + box.right) / 2 !== isRightToLeft;
    best = { node, at: isBehind ? at + 1 : at, away };
  };
  for (const element of elements)
    for (const node of textsIn(element))
      for (let at = 0; at < (node.nodeValue?.length ?? 0); at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        for (const box of range.getClientRects()) consider(node, at, box);
      }
  return best;
}

/** Says which offset of the text a pointer means, wherever it is in the window: the nearest one on the pointer's line. */
export function createPointing(root: Element, holders: readonly Element[], length: number) {
  return (x: number, y: number): number | null => {
    const view = root.closest('[data-scroller]')?.getBoundingClientRect();
    // What is scrolled away is not pointed at.
    const height = view ? Math.max(view.top + 1, Math.min(view.bottom - 1, y)) : y;
    const near = elementsAround(holders, height);
    const point = nearestPlace(boxesOf(near), { x, y: height });
    if (!point) return null;
    const hit = caretAt(point.x, point.y);
    const isText = hit !== null && near.some((holder) => holder.contains(hit.node));
    const place = isText ? hit : placeUnder(near, point);
    return place && offsetOf(root, place.node, place.at, length);
  };
}
