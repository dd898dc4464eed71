/** White space differs between programs that show a text. */
export function normalizeSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The changed words of a correction, and the word before them, by which they are found. */
export interface WordCorrection {
  before: string;
  after: string;
}

/**
 * Applies corrections to a text that a program shows, in order, each to the next occurrence of its words. Null when one of them is
 * not found.
 */
export function applyInOrder(text: string, corrections: readonly WordCorrection[]): string | null {
  let done = '';
  let rest = normalizeSpace(text);
  for (const { before, after } of corrections) {
    const words = normalizeSpace(before);
    const at = rest.indexOf(words);
    if (at === -1) return null;
    done += rest.slice(0, at) + normalizeSpace(after);
    rest = rest.slice(at + words.length);
  }
  return done + rest;
}
