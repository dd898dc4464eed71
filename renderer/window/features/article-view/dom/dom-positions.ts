import { type Direction, detectStrongDirection } from '#shared/text/characters/direction.ts';
import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import { type Box, isOnLine } from './nearest-point.ts';

/** A part of a text node. Offsets are UTF-16 code units into the node. */
export interface TextSlice {
  node: Node;
  start: number;
  end: number;
}

/** A text node with its boxes in the window, line by line. */
export interface TextNodeBoxes {
  node: Node;
  boxes: readonly Box[];
}

const range = new Range();

/** The boxes of a slice in the window, one for each line and reading direction. */
export function getSliceBoxes({ node, start, end }: TextSlice): DOMRect[] {
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()];
}

function getSliceText({ node, start, end }: TextSlice): string {
  return node.nodeValue?.slice(start, end) ?? '';
}

export function sliceWholeNode(node: Node): TextSlice {
  return { node, start: 0, end: node.nodeValue?.length ?? 0 };
}

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

export function getCharacterBox(blockElement: Element, offset: number): DOMRect | undefined {
  const span = { start: offset, end: offset + 1 };
  return setRange(span, blockElement, blockElement, sharedRange).getClientRects()[0];
}

/** Adjacent boxes may be this far apart, or overlap by as much, in CSS pixels. */
const tolerance = 0.5;

const digit = /\p{Nd}/u;

/** The direction of a grapheme by itself. Digits run from left to right in any script. Null for a neutral character. */
function getInherentDirection(grapheme: TextSlice): Direction | null {
  const value = getSliceText(grapheme);
  return detectStrongDirection(value) ?? (digit.test(value) ? 'ltr' : null);
}

function findNeighbour(
  blockElement: Element,
  { node, start, end }: TextSlice,
  side: 'before' | 'after',
): TextSlice | null {
  const value = node.nodeValue ?? '';
  if (side === 'before' && start > 0) return { node, start: findGraphemeStart(value, start - 1), end: start };
  if (side === 'after' && end < value.length)
    return { node, start: end, end: findGraphemeEnd(value, end + 1) };
  const nodes = [...listTextNodes(blockElement)];
  const next = nodes[nodes.indexOf(node) + (side === 'before' ? -1 : 1)];
  if (!next) return null;
  const all = sliceWholeNode(next);
  const nextValue = getSliceText(all);
  if (side === 'before') return { ...all, start: findGraphemeStart(nextValue, all.end - 1) };
  return { ...all, end: findGraphemeEnd(nextValue, 1) };
}

/** The side on which one box touches another on the same line; null when they do not touch. */
function findTouchingSide(box: Box, other: Box): 'left' | 'right' | null {
  if (!isOnLine(box, (other.top + other.bottom) / 2)) return null;
  if (Math.abs(other.left - box.right) <= tolerance) return 'right';
  return Math.abs(other.right - box.left) <= tolerance ? 'left' : null;
}

/**
 * The direction of a grapheme's level run, as the browser laid it out (UAX #9). A neighbour in the same run shows it by the side
 * on which it touches. A neighbour with another inherent direction is in another run. A grapheme without a neighbour in its run has
 * its inherent direction, or else the direction of its block.
 */
export function getGraphemeDirection(blockElement: Element, grapheme: TextSlice): Direction {
  const inherent = getInherentDirection(grapheme);
  const box = getSliceBoxes(grapheme)[0];
  for (const side of ['before', 'after'] as const) {
    const neighbour = box && findNeighbour(blockElement, grapheme, side);
    const neighbourBox = neighbour && getSliceBoxes(neighbour)[0];
    if (!neighbourBox || (inherent !== null && getInherentDirection(neighbour) !== inherent)) continue;
    const touchingSide = findTouchingSide(box, neighbourBox);
    if (touchingSide !== null) return (touchingSide === 'left') === (side === 'before') ? 'ltr' : 'rtl';
  }
  const { direction } = getComputedStyle(grapheme.node.parentElement ?? blockElement);
  return inherent ?? (direction === 'rtl' ? 'rtl' : 'ltr');
}
