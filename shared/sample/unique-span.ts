import type { Span } from '../text/span';

/**
 * Finds the span of the words, in UTF-16 offsets. Throws unless they occur exactly once, which would be a mistake in the
 * sample.
 */
export function findUniqueSpan(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (words === '' || start === -1) throw new Error(`“${words}” is not in the text`);
  if (text.indexOf(words, start + 1) !== -1) throw new Error(`“${words}” is in the text more than once`);
  return { start, end: start + words.length };
}
