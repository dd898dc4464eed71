import type { Span } from '../text/span';

/** Where the words stand, in UTF-16 offsets. Throws unless they stand there exactly once: a mistake in our own sample. */
export function uniqueSpan(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (words === '' || start === -1) throw new Error(`“${words}” is not in the text`);
  if (text.indexOf(words, start + 1) !== -1) throw new Error(`“${words}” is in the text more than once`);
  return { start, end: start + words.length };
}
