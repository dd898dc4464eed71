import { graphemeEnd, graphemeStart } from '../../../../shared/text/segmenter/graphemes';
import { type Box, isOnLine, outside, type Point } from './nearest-place';

/** A grapheme, or several, of a text node: offsets are UTF-16 code units into the node. */
export interface Letters {
  text: Node;
  start: number;
  end: number;
}

/** A text node and its boxes in the window, line by line. */
export interface PaintedText {
  text: Node;
  boxes: readonly Box[];
}

/** How far around a guessed place letters are looked at first, in UTF-16 code units: a few lines. */
const firstReach = 250;

const range = new Range();

/** The boxes of some letters in the window: one for each line and direction of reading. */
export function letterBoxes({ text, start, end }: Letters): DOMRect[] {
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()];
}

export function allLetters(text: Node): Letters {
  return { text, start: 0, end: text.nodeValue?.length ?? 0 };
}

/**
 * The letters of a line and of a few lines around it. Where they are is guessed from the place of the line's box among all:
 * looking through a long text takes too long while the pointer moves.
 */
function lettersAround({ text, boxes }: PaintedText, box: Box): Letters {
  const value = text.nodeValue ?? '';
  const guess = Math.round((boxes.indexOf(box) / boxes.length) * value.length);
  const middle = (box.top + box.bottom) / 2;
  for (let reach = firstReach; ; reach *= 4) {
    const start = graphemeStart(value, Math.max(0, guess - reach));
    const end = graphemeEnd(value, Math.min(value.length, guess + reach));
    const [first] = letterBoxes({ text, start, end: Math.min(end, start + 1) });
    const last = letterBoxes({ text, start: Math.max(start, end - 1), end }).at(-1);
    const holdsStart = start === 0 || (first && first.bottom < middle);
    const holdsEnd = end === value.length || (last && last.top > middle);
    if (holdsStart && holdsEnd) return { text, start, end };
  }
}

/** Both halves, parted between two graphemes; null for a single grapheme. */
function halves({ text, start, end }: Letters): [Letters, Letters] | null {
  const value = text.nodeValue ?? '';
  const half = graphemeStart(value, (start + end) >> 1);
  const middle = half > start ? half : graphemeEnd(value, start + 1);
  if (middle >= end) return null;
  return [
    { text, start, end: middle },
    { text, start: middle, end },
  ];
}

function distance(letters: Letters, { x, y }: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { left, right, top, bottom } of letterBoxes(letters))
    least = Math.min(least, outside(top, bottom, y) + outside(left, right, x));
  return least;
}

/** The grapheme at a point inside a box of a text node. */
export function letterAt(painted: PaintedText, box: Box, point: Point): Letters {
  let letters = lettersAround(painted, box);
  for (let parts = halves(letters); parts; parts = halves(letters)) {
    const [first, second] = parts;
    const away = distance(first, point);
    letters = away === 0 || away <= distance(second, point) ? first : second;
  }
  return letters;
}

/** The grapheme of a text node that comes first or last, in the order of the text, on the line of one of its boxes. */
export function letterAtEndOfLine(painted: PaintedText, box: Box, end: 'start' | 'end'): Letters {
  const middle = (box.top + box.bottom) / 2;
  const isHere = (letters: Letters) =>
    letterBoxes(letters).some((one) => one.right > one.left && isOnLine(one, middle));
  let letters = lettersAround(painted, box);
  for (let parts = halves(letters); parts; parts = halves(letters)) {
    const [wanted, other] = end === 'start' ? parts : [parts[1], parts[0]];
    letters = isHere(wanted) ? wanted : other;
  }
  return letters;
}
