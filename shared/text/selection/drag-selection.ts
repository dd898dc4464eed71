import type { DraftText } from '../draft-text.ts';
import { findWords } from '../segmenter/words.ts';
import type { Span } from '../span.ts';

/**
 * The unit that a drag selects. One click starts with `touchedWord`, two with `word` and three with `block`. Alt makes it `character`.
 * A word is touched by a selection with any of its characters, so a drag to the space beside it does not take it.
 */
export type DragUnit = 'character' | 'touchedWord' | 'word' | 'block';

/** Where a drag was started and where it has reached, in UTF-16 offsets. The focus may lie before the anchor. */
export interface DragSelection {
  anchor: number;
  focus: number;
}

/** The longest word, in UTF-16 code units: splitting a whole block at every move of the pointer would take too long. */
const maxWordLength = 300;

/**
 * The word or block at an offset, or an empty span there: for a character, between words, and outside of blocks. A word is at its
 * ends too, a touched one only between its characters. Offsets are UTF-16 code units.
 */
export function findDragUnit(
  { text, blocks }: Pick<DraftText, 'text' | 'blocks'>,
  offset: number,
  unit: DragUnit,
): Span {
  const caret = { start: offset, end: offset };
  const block = blocks.find(({ end }) => end >= offset);
  if (unit === 'character' || !block || block.start > offset) return caret;
  if (unit === 'block') return { start: block.start, end: block.end };
  const nearby = {
    start: Math.max(block.start, offset - maxWordLength),
    end: Math.min(block.end, offset + maxWordLength),
  };
  const words = findWords(text, nearby).filter(({ start, end }) =>
    unit === 'word' ? start <= offset && end >= offset : start < offset && end > offset,
  );
  return words.at(-1) ?? caret;
}

/** The selection from the unit that was pressed to the unit that the pointer has reached. It contains both of them whole. */
export function createDragSelection(pressed: Span, reached: Span): DragSelection {
  return reached.start < pressed.start
    ? { anchor: pressed.end, focus: reached.start }
    : { anchor: pressed.start, focus: Math.max(pressed.end, reached.end) };
}
