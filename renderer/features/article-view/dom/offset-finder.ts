import { at } from '../../../../shared/text/sequences/at';
import { findFirstIndex } from '../../../../shared/text/sequences/find-first-index';
import { type DomPosition, findSection, getDraftOffset, listTextNodes } from './dom-positions';
import { findGraphemeAt, findGraphemeAtLineEnd } from './find-grapheme';
import { getGraphemeDirection } from './grapheme-direction';
import { type Box, findNearestPoint, isOnLine, type Point } from './nearest-point';
import { getSliceBoxes, sliceWholeNode, type TextNodeBoxes } from './text-slice';

/** A text node of a block. */
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

/** The block elements of each section of the article, in order. */
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
