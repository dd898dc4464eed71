/** Puts a text on one line: each sequence of white space becomes one space, and none is left at the ends. */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
