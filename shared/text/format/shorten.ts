import { findGraphemeStart } from '../segmenter/graphemes';
import { collapseWhitespace } from './collapse-whitespace';

/**
 * A text on one line of at most `maxLength` UTF-16 code units (1 or more). A longer one is cut between words where possible,
 * never within a grapheme, and ends in an ellipsis.
 */
export function shorten(text: string, maxLength: number): string {
  const line = collapseWhitespace(text);
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, findGraphemeStart(line, maxLength - 1));
  // A space can belong to the grapheme of the sign before it.
  const lastSpace = findGraphemeStart(cut, Math.max(0, cut.lastIndexOf(' ')));
  return `${(lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
