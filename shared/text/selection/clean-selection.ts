import { findGraphemeEnd, findGraphemeStart } from '../segmenter/graphemes.ts';
import type { Span } from '../span.ts';

/**
 * The span that a person means by a selection: widened to whole graphemes and trimmed of outer white space, or null where
 * nothing but white space is left. Offsets are UTF-16 code units; those outside the text are moved to its nearest end.
 */
export function cleanSelection(text: string, from: number, to: number): Span | null {
  let start = findGraphemeStart(text, clampOffset(Math.min(from, to), text.length));
  let end = findGraphemeEnd(text, clampOffset(Math.max(from, to), text.length));
  while (start < end && isSpaceGrapheme(text, start)) start += 1;
  while (end > start && isSpaceGrapheme(text, end - 1)) end -= 1;
  return start < end ? { start, end } : null;
}

/** Whether white space is a grapheme by itself: a space with a combining mark on it is not. */
function isSpaceGrapheme(text: string, offset: number): boolean {
  return (
    /\s/.test(text.charAt(offset)) &&
    findGraphemeStart(text, offset) === offset &&
    findGraphemeEnd(text, offset + 1) === offset + 1
  );
}

function clampOffset(offset: number, length: number): number {
  return Math.max(0, Math.min(length, offset));
}
