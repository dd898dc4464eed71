import { graphemeStart } from '../segmenter/graphemes';
import { onOneLine } from './on-one-line';

/** The words on one line, at most `length` UTF-16 units (1 or more), cut at a word, with an ellipsis for what was left out. */
export function shorten(text: string, length: number): string {
  const line = onOneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, graphemeStart(line, length - 1));
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
