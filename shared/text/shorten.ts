import { graphemeStart } from './graphemes';

/** The words on one line, cut at a word near `length` UTF-16 units, with an ellipsis where something was left out. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, graphemeStart(line, length));
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
