import type { Span } from '../domain/span';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * V8 copies the whole string at every step of a segment iterator, so a long one takes time by its square (160,000 letters:
 * 8 s). Cut before white space, where words (UAX #29) end anyway, into pieces of about this many UTF-16 units.
 */
const piece = 500;

function* wordsIn(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + piece, text.length);
    while (end < text.length && !/\s/.test(text.charAt(end))) end += 1;
    for (const { isWordLike, index, segment } of segmenter.segment(text.slice(start, end)))
      if (isWordLike) yield { start: start + index, end: start + index + segment.length };
    start = end;
  }
}

/** The words of a block (UAX #29), in order, without the spaces and punctuation between; UTF-16 offsets into the text. */
export function wordsOf(text: string, block: Span): Span[] {
  return Array.from(wordsIn(text.slice(block.start, block.end)), ({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
  }));
}

/** How many words (UAX #29) the text has. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of wordsIn(text)) count += 1;
  return count;
}
