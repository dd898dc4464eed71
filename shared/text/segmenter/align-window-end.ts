/**
 * Where to end a window that is cut out of a text to be segmented, in UTF-16 code units: at `end`, but not behind the text and
 * not within a surrogate pair, because a segmenter takes half of a pair for another character.
 */
export function alignWindowEnd(text: string, end: number): number {
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
  return Math.min(text.length, splitsPair ? end + 1 : end);
}
