import { graphemeEnd, graphemeStart } from './segmenter/graphemes';
import type { Span } from './span';

const white = /\s/;

/**
 * What a person means by a selection: widened so that it splits no grapheme, and trimmed of outer white space. Null when
 * nothing but white space is left. Offsets are UTF-16 units; those outside the text are brought to its borders.
 */
export function cleanSelection(text: string, from: number, to: number): Span | null {
  let start = graphemeStart(text, clamp(Math.min(from, to), text.length));
  let end = graphemeEnd(text, clamp(Math.max(from, to), text.length));
  while (start < end && isSpace(text, start)) start = start + 1;
  while (end > start && isSpace(text, end - 1)) end = end - 1;
  return start < end ? { start, end } : null;
}

/** White space that is a grapheme of its own: a space with a combining mark on it is not. */
function isSpace(text: string, at: number): boolean {
  return (
    white.test(text.charAt(at)) && graphemeStart(text, at) === at && graphemeEnd(text, at + 1) === at + 1
  );
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(length, offset));
}
