import type { Draft } from '../domain/draft';
import { wordsOf } from './segmenter/words';
import type { Span } from './span';

/** What a drag takes at a time: it begins with one click, two, or three. */
export type DragUnit = 'character' | 'word' | 'block';

/** Where a selection is held and where it was dragged to: UTF-16 offsets, the second of which may come first. */
export interface Dragged {
  anchor: number;
  focus: number;
}

/** No word is longer: looking at a whole block for the word at a place would take too long while dragging. */
const longestWord = 300;

/** The word, block or (empty) place at an offset. Between words, a word is the place itself. */
export function unitAt(
  { text, blocks }: Pick<Draft, 'text' | 'blocks'>,
  offset: number,
  unit: DragUnit,
): Span {
  const place = { start: offset, end: offset };
  const block = blocks.find(({ end }) => end >= offset);
  if (unit === 'character' || !block || block.start > offset) return place;
  if (unit === 'block') return { start: block.start, end: block.end };
  const around = {
    start: Math.max(block.start, offset - longestWord),
    end: Math.min(block.end, offset + longestWord),
  };
  const words = wordsOf(text, around).filter(({ start, end }) => start <= offset && end >= offset);
  return words.at(-1) ?? place;
}

/** The selection from the unit that was pressed to the one that the pointer reached: both are held whole. */
export function dragBetween(pressed: Span, reached: Span): Dragged {
  return reached.start < pressed.start
    ? { anchor: pressed.end, focus: reached.start }
    : { anchor: pressed.start, focus: Math.max(pressed.end, reached.end) };
}
