import type { Span } from '../domain/span';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a block (UAX #29), in order, without the spaces and punctuation between; UTF-16 offsets into the text. */
export function wordsOf(text: string, block: Span): Span[] {
  return Array.from(segmenter.segment(text.slice(block.start, block.end)))
    .filter((part) => part.isWordLike)
    .map((part) => ({
      start: block.start + part.index,
      end: block.start + part.index + part.segment.length,
    }));
}

/** How many words (UAX #29) the text has. */
export function countWords(text: string): number {
  let count = 0;
  for (const part of segmenter.segment(text)) if (part.isWordLike) count += 1;
  return count;
}
