/**
 * The end of a window that is cut out of a text to be segmented, in UTF-16 code units: `end` (at most the length of the text), or
 * one code unit further where `end` would split a surrogate pair, because a segmenter takes half a pair for another character.
 */
export function windowEnd(text: string, end: number): number {
  const parts = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
  return Math.min(text.length, parts ? end + 1 : end);
}
