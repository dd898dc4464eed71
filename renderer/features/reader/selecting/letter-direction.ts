import { type Direction, ownDirection } from '../../../../shared/text/characters/direction';
import { graphemeEnd, graphemeStart } from '../../../../shared/text/segmenter/graphemes';
import { textsIn } from '../galley/dom-text';
import { allLetters, type Letters, letterBoxes } from './letters';
import { type Box, isOnLine } from './nearest-place';

/** Boxes that touch may be this far apart or overlap by as much, in CSS pixels. */
const tolerance = 0.5;

const figure = /\p{Nd}/u;

function lettersIn({ text, start, end }: Letters): string {
  return text.nodeValue?.slice(start, end) ?? '';
}

/** The direction a grapheme has by itself; figures run from left to right among any letters. */
function innateDirection(letter: Letters): Direction | null {
  const value = lettersIn(letter);
  return ownDirection(value) ?? (figure.test(value) ? 'ltr' : null);
}

/** The grapheme before or after, in the same element of a block. */
function neighbour(holder: Element, { text, start, end }: Letters, side: 'before' | 'after'): Letters | null {
  const value = text.nodeValue ?? '';
  if (side === 'before' && start > 0) return { text, start: graphemeStart(value, start - 1), end: start };
  if (side === 'after' && end < value.length) return { text, start: end, end: graphemeEnd(value, end + 1) };
  const texts = [...textsIn(holder)];
  const next = texts[texts.indexOf(text) + (side === 'before' ? -1 : 1)];
  if (!next) return null;
  const all = allLetters(next);
  const nextValue = lettersIn(all);
  if (side === 'before') return { ...all, start: graphemeStart(nextValue, all.end - 1) };
  return { ...all, end: graphemeEnd(nextValue, 1) };
}

/** The side on which one box touches another on the same line; null when they don't touch. */
function touchingSide(box: Box, other: Box): 'left' | 'right' | null {
  if (!isOnLine(box, (other.top + other.bottom) / 2)) return null;
  if (Math.abs(other.left - box.right) <= tolerance) return 'right';
  return Math.abs(other.right - box.left) <= tolerance ? 'left' : null;
}

/**
 * The direction in which the run that a grapheme belongs to is read, as the browser laid it out (UAX #9). Neighbours in the
 * same run show it by the side on which they stand. A neighbour that has another direction by itself is in another run, so
 * a letter between two of these is read in its own direction, and a sign alone as its block is.
 */
export function letterDirection(holder: Element, letter: Letters): Direction {
  const innate = innateDirection(letter);
  const box = letterBoxes(letter)[0];
  for (const side of ['before', 'after'] as const) {
    const next = box && neighbour(holder, letter, side);
    const nextBox = next && letterBoxes(next)[0];
    if (!nextBox || (innate !== null && innateDirection(next) !== innate)) continue;
    const touching = touchingSide(box, nextBox);
    if (touching !== null) return (touching === 'left') === (side === 'before') ? 'ltr' : 'rtl';
  }
  const { direction } = getComputedStyle(letter.text.parentElement ?? holder);
  return innate ?? (direction === 'rtl' ? 'rtl' : 'ltr');
}
