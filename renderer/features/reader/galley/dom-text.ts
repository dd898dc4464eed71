import type { Span } from '../../../../shared/text/span';

/** The element that holds exactly one block's text carries the block's first UTF-16 offset here. */
const startAttribute = 'data-start';

function startOf(element: Element): number {
  return Number(element.getAttribute(startAttribute));
}

/**
 * For what is looked up or measured once. A range follows each change of the document until it is collected as garbage:
 * with some hundreds of them, marking a claim takes twice as long.
 */
const ruler = new Range();

/** How much of an element's text lies before a DOM position inside it, in UTF-16 units. */
function textBefore(element: Element, node: Node, offset: number): number {
  ruler.setStart(element, 0);
  ruler.setEnd(node, offset);
  return ruler.toString().length;
}

/** Whether the DOM position comes after the element's start. */
function isBehind(element: Element, node: Node, offset: number): boolean {
  ruler.setStart(node, offset);
  return ruler.comparePoint(element, 0) < 0;
}

/**
 * The offset in the draft's text for a DOM position: exact inside a block; between blocks, where a triple click and a drag
 * into the margin end, the start of the next block, or the text's length after the last. So a position before the galley
 * is 0, and one behind it the text's length.
 */
export function offsetOf(root: Element, node: Node, offset: number, length: number): number {
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest(`[${startAttribute}]`);
  if (holder && root.contains(holder)) return startOf(holder) + textBefore(holder, node, offset);
  const holders = root.querySelectorAll(`[${startAttribute}]`);
  let low = 0;
  let high = holders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = holders.item(middle);
    if (isBehind(candidate, node, offset)) low = middle + 1;
    else high = middle;
  }
  const next = holders.item(low);
  return next ? startOf(next) : length;
}

/** The text nodes of an element, in order. */
export function* textsIn(element: Element): Generator<Node> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node;
}

/**
 * The text node and the place in it where an offset of a block stands. Between two nodes it is the end of the first, or the
 * start of the second, where words begin: the first may end on the line before.
 */
function positionIn(holder: Element, offset: number, begins: boolean): { node: Node; at: number } {
  // An offset between two blocks is the start of the second.
  let left = Math.max(0, offset - startOf(holder));
  let last: Node = holder;
  for (const node of textsIn(holder)) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length || (left === length && !begins)) return { node, at: left };
    left -= length;
    last = node;
  }
  return { node: last, at: last.nodeValue?.length ?? 0 };
}

/** The elements that hold the blocks' texts, by the block's first offset. */
export function holdersIn(root: Element): ReadonlyMap<number, Element> {
  return new Map(
    [...root.querySelectorAll(`[${startAttribute}]`)].map((holder) => [startOf(holder), holder]),
  );
}

/** The section of the article that holds an element: the child of the root that it stands in. */
export function sectionOf(root: Element, element: Element): Element {
  let section = element;
  while (section.parentElement && section.parentElement !== root) section = section.parentElement;
  return section;
}

/** The DOM range of a span that begins in one block's element and ends in another's, or in the same. */
export function rangeOf(span: Span, from: Element, to: Element, range = new Range()): Range {
  const start = positionIn(from, span.start, true);
  const end = positionIn(to, span.end, false);
  range.setStart(start.node, start.at);
  range.setEnd(end.node, end.at);
  return range;
}

/** The box of the character at an offset in the window; undefined where it is not painted. */
export function boxOfCharacter(holder: Element, offset: number): DOMRect | undefined {
  return rangeOf({ start: offset, end: offset + 1 }, holder, holder, ruler).getClientRects()[0];
}
