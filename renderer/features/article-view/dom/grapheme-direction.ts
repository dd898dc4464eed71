import { detectStrongDirection, type Direction } from '../../../../shared/text/characters/direction';
import { findGraphemeEnd, findGraphemeStart } from '../../../../shared/text/segmenter/graphemes';
import { listTextNodes } from './dom-positions';
import { type Box, isOnLine } from './nearest-point';
import { getSliceBoxes, getSliceText, sliceWholeNode, type TextSlice } from './text-slice';

/** Adjacent boxes may be this far apart, or overlap by as much, in CSS pixels. */
const tolerance = 0.5;

const digit = /\p{Nd}/u;

/** The direction of a grapheme by itself. Digits run from left to right in any script. Null for a neutral character. */
function getInherentDirection(grapheme: TextSlice): Direction | null {
  const value = getSliceText(grapheme);
  return detectStrongDirection(value) ?? (digit.test(value) ? 'ltr' : null);
}

/** Finds the grapheme before or after another one, in the same block. */
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
