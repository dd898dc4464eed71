/**
 * Where a window of a text ends that is looked at by itself, as a UTF-16 offset: here, or one unit further where a surrogate
 * pair would be parted, since half of one is another character to a segmenter.
 */
export function windowEnd(text: string, end: number): number {
  const parts = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
  return Math.min(text.length, parts ? end + 1 : end);
}
