import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import {
  type DomPosition,
  findSection,
  getDraftOffset,
  getGraphemeDirection,
  getSliceBoxes,
  listTextNodes,
  sliceWholeNode,
  type TextNodeBoxes,
  type TextSlice,
} from './dom-positions.ts';
import { type Box, findNearestPoint, getDistanceOutside, isOnLine, type Point } from './nearest-point.ts';

/** How far around its estimated offset a line is looked for first, in UTF-16 code units: a few lines. */
const initialReach = 250;

/**
 * The slice of a text node with a line and a few lines around it. Its offset is estimated from the index of the line's box,
 * because searching a whole long text would take too long while the pointer moves.
 */
function findSliceAround({ node, boxes }: TextNodeBoxes, box: Box): TextSlice {
  const value = node.nodeValue ?? '';
  const estimate = Math.round((boxes.indexOf(box) / boxes.length) * value.length);
  const middle = (box.top + box.bottom) / 2;
  for (let reach = initialReach; ; reach *= 4) {
    const start = findGraphemeStart(value, Math.max(0, estimate - reach));
    const end = findGraphemeEnd(value, Math.min(value.length, estimate + reach));
    const [first] = getSliceBoxes({ node, start, end: Math.min(end, start + 1) });
    const last = getSliceBoxes({ node, start: Math.max(start, end - 1), end }).at(-1);
    const includesLineStart = start === 0 || (first && first.bottom < middle);
    const includesLineEnd = end === value.length || (last && last.top > middle);
    if (includesLineStart && includesLineEnd) return { node, start, end };
  }
}

/** Splits a slice between two graphemes, about in the middle; null for a single grapheme. */
function bisect({ node, start, end }: TextSlice): [TextSlice, TextSlice] | null {
  const value = node.nodeValue ?? '';
  const half = findGraphemeStart(value, (start + end) >> 1);
  const middle = half > start ? half : findGraphemeEnd(value, start + 1);
  if (middle >= end) return null;
  return [
    { node, start, end: middle },
    { node, start: middle, end },
  ];
}

function getDistance(slice: TextSlice, { x, y }: Point): number {
  let min = Number.POSITIVE_INFINITY;
  for (const { left, right, top, bottom } of getSliceBoxes(slice))
    min = Math.min(min, getDistanceOutside(top, bottom, y) + getDistanceOutside(left, right, x));
  return min;
}

/** Finds the grapheme at a point inside one of a text node's boxes. */
function findGraphemeAt(text: TextNodeBoxes, box: Box, point: Point): TextSlice {
  let slice = findSliceAround(text, box);
  for (let halves = bisect(slice); halves; halves = bisect(slice)) {
    const [first, second] = halves;
    const distance = getDistance(first, point);
    slice = distance === 0 || distance <= getDistance(second, point) ? first : second;
  }
  return slice;
}

/** Finds the first or the last grapheme of a text node, in logical order, on the line of one of its boxes. */
function findGraphemeAtLineEnd(text: TextNodeBoxes, box: Box, end: 'start' | 'end'): TextSlice {
  const middle = (box.top + box.bottom) / 2;
  const isOnThisLine = (slice: TextSlice) =>
    getSliceBoxes(slice).some((one) => one.right > one.left && isOnLine(one, middle));
  let slice = findSliceAround(text, box);
  for (let halves = bisect(slice); halves; halves = bisect(slice)) {
    const [preferred, other] = end === 'start' ? halves : [halves[1], halves[0]];
    slice = isOnThisLine(preferred) ? preferred : other;
  }
  return slice;
}

interface BlockText extends TextNodeBoxes {
  blockElement: Element;
}

function listBlockTexts(blockElement: Element): BlockText[] {
  return [...listTextNodes(blockElement)].map((node) => ({
    blockElement,
    node,
    boxes: getSliceBoxes(sliceWholeNode(node)),
  }));
}

/** The element at a vertical coordinate, or the elements above and below it. `elements` are in order, from top to bottom. */
function findElementsAround(elements: readonly Element[], y: number): Element[] {
  const index = findFirstIndex(
    elements.length,
    (candidate) => at(elements, candidate).getBoundingClientRect().bottom >= y,
  );
  const isInside = (elements[index]?.getBoundingClientRect().top ?? y) < y;
  return elements.slice(isInside ? index : Math.max(0, index - 1), index + 1);
}

function groupBySection(root: Element, blockElements: readonly Element[]): ReadonlyMap<Element, Element[]> {
  const sections = new Map<Element, Element[]>();
  for (const blockElement of blockElements) {
    const section = findSection(root, blockElement);
    sections.set(section, [...(sections.get(section) ?? []), blockElement]);
  }
  return sections;
}

function findTextOfBox(texts: readonly BlockText[], box: Box | undefined): BlockText | undefined {
  return box && texts.find(({ boxes }) => boxes.includes(box));
}

/** For a pointer beside a line: the line's start or end, in logical order. Null for a pointer on the line. */
function findPositionBesideLine(
  texts: readonly BlockText[],
  line: readonly Box[],
  x: number,
): DomPosition | null {
  const isLeft = line.every(({ left }) => x < left);
  if (!isLeft && !line.every(({ right }) => x > right)) return null;
  const [firstBox, lastBox] = [line[0], line.at(-1)];
  const [first, last] = [findTextOfBox(texts, firstBox), findTextOfBox(texts, lastBox)];
  if (!firstBox || !lastBox || !first || !last) return null;
  if (isLeft === (getComputedStyle(first.blockElement).direction === 'ltr')) {
    const { node, start } = findGraphemeAtLineEnd(first, firstBox, 'start');
    return { node, offset: start };
  }
  const { node, start, end } = findGraphemeAtLineEnd(last, lastBox, 'end');
  // The position after the space at which a line was broken is on the next line.
  return { node, offset: /^\s/.test(node.nodeValue?.slice(start) ?? '') ? start : end };
}

/** The position before or after the grapheme at a point, whichever is nearer in the direction of its level run. */
function findPositionAtGrapheme(text: BlockText, box: Box, point: Point): DomPosition {
  const grapheme = findGraphemeAt(text, box, point);
  const graphemeBox = getSliceBoxes(grapheme).find((one) => isOnLine(one, point.y));
  const isRight = graphemeBox !== undefined && point.x > (graphemeBox.left + graphemeBox.right) / 2;
  const isAfter = isRight === (getGraphemeDirection(text.blockElement, grapheme) === 'ltr');
  return { node: grapheme.node, offset: isAfter ? grapheme.end : grapheme.start };
}

/**
 * Creates the function that finds the draft's offset nearest to a point, on the point's line, for any point of the window.
 * Chromium's own `caretPositionFromPoint` swaps the ends of a level run whose direction differs from its block's.
 */
export function createOffsetFinder(root: Element, blockElements: readonly Element[], textLength: number) {
  const blocksBySection = groupBySection(root, blockElements);
  const sections = [...blocksBySection.keys()];

  // Goes by section, because the blocks of a section that was never on the screen are laid out over those of others.
  const findBlocksAround = (y: number): Element[] => {
    const around = findElementsAround(sections, y);
    const next = sections.find((_section, index) => sections[index - 1] === around.at(-1));
    const firstOfNext = next ? (blocksBySection.get(next) ?? []).slice(0, 1) : [];
    const blocks = around.flatMap((section) => blocksBySection.get(section) ?? []);
    return findElementsAround([...blocks, ...firstOfNext], y);
  };

  return (x: number, y: number): number | null => {
    const view = root.closest('[data-scroller]')?.getBoundingClientRect();
    // Text that is scrolled out of view is not pointed at.
    const visibleY = view ? Math.max(view.top + 1, Math.min(view.bottom - 1, y)) : y;
    const texts = findBlocksAround(visibleY).flatMap(listBlockTexts);
    const nearest = findNearestPoint(
      texts.flatMap(({ boxes }) => boxes),
      { x, y: visibleY },
    );
    const text = findTextOfBox(texts, nearest?.box);
    if (!nearest || !text) return null;
    const position =
      findPositionBesideLine(texts, nearest.line, x) ?? findPositionAtGrapheme(text, nearest.box, nearest);
    return getDraftOffset(root, position, textLength);
  };
}
