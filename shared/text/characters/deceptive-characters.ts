/** Control characters (C0 and C1) and separators of lines and paragraphs, which a single line can't hold. */
const lineBreaking = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/**
 * Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9, 2.1 to 2.4), which reorder what is around them:
 * `gpj.exe` shown as `exe.jpg`. Marks of direction stay, because titles in Hebrew and Arabic need them.
 */
const reordering = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Makes a name or title from elsewhere show what it holds: control characters become spaces, bidirectional overrides go. */
export function removeDeceptiveCharacters(line: string): string {
  return line.replace(reordering, '').replace(lineBreaking, ' ');
}
