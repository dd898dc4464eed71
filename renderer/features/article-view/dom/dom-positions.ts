import { findFirstIndex } from '../../../../shared/text/sequences/find-first-index';
import type { Span } from '../../../../shared/text/span';

/** A position in the page: a node and an offset in it, as in a DOM `Range`. */
export interface DomPosition {
  node: Node;
  offset: number;
}

/** The element with exactly the text of one block is its block element. This attribute of it is the block's start in the draft. */
const startAttribute = 'data-start';

function getBlockStart(blockElement: Element): number {
  return Number(blockElement.getAttribute(startAttribute));
}

/**
 * The range for all lookups and measurements. The browser updates every range at each change of the document until the range is
 * garbage-collected: with hundreds of them, marking a claim takes twice as long.
 */
const sharedRange = new Range();

/** The length of an element's text before a position inside it, in UTF-16 code units. */
function getTextLengthBefore(element: Element, { node, offset }: DomPosition): number {
  sharedRange.setStart(element, 0);
  sharedRange.setEnd(node, offset);
  return sharedRange.toString().length;
}

function isAfterStart(element: Element, { node, offset }: DomPosition): boolean {
  sharedRange.setStart(node, offset);
  return sharedRange.comparePoint(element, 0) < 0;
}

/**
 * Converts a DOM position to an offset in the draft's text, in UTF-16 code units. It is exact inside a block. A position between
 * blocks, where a triple click or a drag into the margin ends, is the start of the next block, and a position after the last block
 * is the text's length.
 */
export function getDraftOffset(root: Element, position: DomPosition, textLength: number): number {
  const { node } = position;
  const element = node instanceof Element ? node : node.parentElement;
  const around = element?.closest(`[${startAttribute}]`);
  if (around && root.contains(around)) return getBlockStart(around) + getTextLengthBefore(around, position);
  const blockElements = root.querySelectorAll(`[${startAttribute}]`);
  const next = blockElements.item(
    findFirstIndex(blockElements.length, (index) => !isAfterStart(blockElements.item(index), position)),
  );
  return next ? getBlockStart(next) : textLength;
}

/** The text nodes of an element, in order. */
export function* listTextNodes(element: Element): Generator<Node> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node;
}

/**
 * Converts an offset of a block to a position in a text node. Between two nodes, the start of a span is the start of the second
 * node, because the first may end on the line before; the end of a span is the end of the first node.
 */
function findDomPosition(blockElement: Element, offset: number, side: 'start' | 'end'): DomPosition {
  // An offset between two blocks is the start of the second.
  let remaining = Math.max(0, offset - getBlockStart(blockElement));
  let last: Node = blockElement;
  for (const node of listTextNodes(blockElement)) {
    const length = node.nodeValue?.length ?? 0;
    if (remaining < length || (remaining === length && side === 'end')) return { node, offset: remaining };
    remaining -= length;
    last = node;
  }
  return { node: last, offset: last.nodeValue?.length ?? 0 };
}

/** The block elements of the article, by the start of the block. */
export function findBlockElements(root: Element): ReadonlyMap<number, Element> {
  return new Map(
    [...root.querySelectorAll(`[${startAttribute}]`)].map((element) => [getBlockStart(element), element]),
  );
}

/** The section of the article with this element: the child of the root around it. */
export function findSection(root: Element, element: Element): Element {
  let section = element;
  while (section.parentElement && section.parentElement !== root) section = section.parentElement;
  return section;
}

/** Sets a range to a span of the draft, given the block elements in which the span starts and ends. */
export function setRange(span: Span, from: Element, to: Element, range = new Range()): Range {
  const start = findDomPosition(from, span.start, 'start');
  const end = findDomPosition(to, span.end, 'end');
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The same range, which the browser does not update. */
export function createStaticRange(span: Span, from: Element, to: Element): StaticRange {
  const start = findDomPosition(from, span.start, 'start');
  const end = findDomPosition(to, span.end, 'end');
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** The box of the character at an offset, in the window's coordinates; undefined if the character is not displayed. */
export function getCharacterBox(blockElement: Element, offset: number): DOMRect | undefined {
  const span = { start: offset, end: offset + 1 };
  return setRange(span, blockElement, blockElement, sharedRange).getClientRects()[0];
}
