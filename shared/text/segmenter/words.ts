import type { Span } from '../span.ts';
import { segmentByWindows } from './segment-windows.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a block (UAX #29) in order, without the spaces and punctuation between them; UTF-16 offsets into the text. */
export function findWords(text: string, block: Span): Span[] {
  const words: Span[] = [];
  for (const { start, end, isWordLike } of segmentByWindows(segmenter, text, block))
    if (isWordLike) words.push({ start, end });
  return words;
}

/** The number of words (UAX #29) in a text. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmentByWindows(segmenter, text, { start: 0, end: text.length }))
    if (isWordLike) count += 1;
  return count;
}
