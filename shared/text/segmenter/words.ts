import type { Span } from '../span';
import { windowed } from './segment-windows';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a block (UAX #29), in order, without the spaces and punctuation between; UTF-16 offsets into the text. */
export function wordsOf(text: string, block: Span): Span[] {
  const words: Span[] = [];
  for (const { start, end, isWordLike } of windowed(segmenter, text, block))
    if (isWordLike) words.push({ start, end });
  return words;
}

/** How many words (UAX #29) the text has. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of windowed(segmenter, text, { start: 0, end: text.length }))
    if (isWordLike) count += 1;
  return count;
}
