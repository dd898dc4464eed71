import { offsetOf, sectionOf, textsIn } from '../galley/dom-text';
import { letterDirection } from './letter-direction';
import { allLetters, letterAt, letterAtEndOfLine, letterBoxes, type PaintedText } from './letters';
import { type Box, isOnLine, nearestPlace, type Point } from './nearest-place';

/** A place between two graphemes of a text node, in UTF-16 code units. */
interface Place {
  text: Node;
  at: number;
}

/** The block's element that a text stands in. */
interface BlockText extends PaintedText {
  holder: Element;
}

function textsOf(holder: Element): BlockText[] {
  return [...textsIn(holder)].map((text) => ({ holder, text, boxes: letterBoxes(allLetters(text)) }));
}

/** The element that holds a height of the window, or those above and below; `elements` stand one below the other. */
function elementsAround(elements: readonly Element[], y: number): Element[] {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? y) < y) low = middle + 1;
    else high = middle;
  }
  const isInside = (elements[low]?.getBoundingClientRect().top ?? y) < y;
  return elements.slice(isInside ? low : Math.max(0, low - 1), low + 1);
}

/** The blocks of each section of the article, in order. */
function blocksBySection(root: Element, blocks: readonly Element[]): ReadonlyMap<Element, Element[]> {
  const sections = new Map<Element, Element[]>();
  for (const block of blocks) {
    const section = sectionOf(root, block);
    sections.set(section, [...(sections.get(section) ?? []), block]);
  }
  return sections;
}

function textWith(texts: readonly BlockText[], box: Box | undefined): BlockText | undefined {
  return box && texts.find(({ boxes }) => boxes.includes(box));
}

/** The start or the end of a line, in the order of its text, for a pointer beside it; null for a pointer on it. */
function placeBesideLine(texts: readonly BlockText[], line: readonly Box[], x: number): Place | null {
  const isLeft = line.every(({ left }) => x < left);
  if (!isLeft && !line.every(({ right }) => x > right)) return null;
  const [firstBox, lastBox] = [line[0], line.at(-1)];
  const [first, last] = [textWith(texts, firstBox), textWith(texts, lastBox)];
  if (!firstBox || !lastBox || !first || !last) return null;
  if (isLeft === (getComputedStyle(first.holder).direction === 'ltr')) {
    const { text, start } = letterAtEndOfLine(first, firstBox, 'start');
    return { text, at: start };
  }
  const { text, start, end } = letterAtEndOfLine(last, lastBox, 'end');
  // Behind the space at which a line was broken begins the next one.
  return { text, at: /^\s/.test(text.nodeValue?.slice(start) ?? '') ? start : end };
}

/** The place before or behind the grapheme at a point of the text, whichever is nearer in the direction of its run. */
function placeAtLetter(painted: BlockText, box: Box, point: Point): Place {
  const letter = letterAt(painted, box, point);
  const found = letterBoxes(letter).find((one) => isOnLine(one, point.y));
  const isRight = found !== undefined && point.x > (found.left + found.right) / 2;
  const isBehind = isRight === (letterDirection(painted.holder, letter) === 'ltr');
  return { text: letter.text, at: isBehind ? letter.end : letter.start };
}

/**
 * Says which offset of the text a pointer means, wherever it is in the window: the nearest one on the pointer's line.
 * Chromium's own way (`caretPositionFromPoint`) swaps the ends of a run that is read in the other direction than its block.
 */
export function createPointing(root: Element, holders: readonly Element[], length: number) {
  const blocksOf = blocksBySection(root, holders);
  const sections = [...blocksOf.keys()];

  // Section by section: the blocks of one that was never on the screen are laid out over those of others.
  const blocksAround = (y: number): Element[] => {
    const around = elementsAround(sections, y);
    const next = sections.find((_section, at) => sections[at - 1] === around.at(-1));
    const first = next ? (blocksOf.get(next) ?? []).slice(0, 1) : [];
    return elementsAround([...around.flatMap((section) => blocksOf.get(section) ?? []), ...first], y);
  };

  return (x: number, y: number): number | null => {
    const view = root.closest('[data-scroller]')?.getBoundingClientRect();
    // What is scrolled away is not pointed at.
    const height = view ? Math.max(view.top + 1, Math.min(view.bottom - 1, y)) : y;
    const texts = blocksAround(height).flatMap(textsOf);
    const nearest = nearestPlace(
      texts.flatMap(({ boxes }) => boxes),
      { x, y: height },
    );
    const painted = textWith(texts, nearest?.box);
    if (!nearest || !painted) return null;
    const { text, at } =
      placeBesideLine(texts, nearest.line, x) ?? placeAtLetter(painted, nearest.box, nearest);
    return offsetOf(root, text, at, length);
  };
}
