import { findGraphemeStart } from '../../../text/segmenter/graphemes';
import { segmentByWindows } from '../../../text/segmenter/segment-windows';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Splits a text into words and what is between them (UAX #29), so that no cut is within a word or a grapheme. */
export function splitIntoWords(text: string): string[] {
  const words: string[] = [];
  for (const { start, end } of segmentByWindows(segmenter, text, { start: 0, end: text.length })) {
    const word = text.slice(start, end);
    // ICU finds words by a dictionary, which knows nothing of graphemes: it cuts before a jamo, and behind a prepended mark.
    if (findGraphemeStart(text, start) < start) words.push(`${words.pop()}${word}`);
    else words.push(word);
  }
  return words;
}

/** A text that replaces the range [start, end) of another, in UTF-16 offsets. One that inserts only has an empty range. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** The length of the words that two lists have in common at their start, in words. */
function countCommon(before: readonly string[], after: readonly string[], limit: number): number {
  let count = 0;
  while (count < limit && before[count] === after[count]) count += 1;
  return count;
}

/**
 * Trims a correction to the words that differ: offsets count from the start of the corrected words. Null when none differ.
 */
export function trimCorrection(words: string, correction: string): TextChange | null {
  if (words === correction) return null;
  const before = splitIntoWords(words);
  const after = splitIntoWords(correction);
  const shorter = Math.min(before.length, after.length);
  const prefix = countCommon(before, after, shorter);
  const suffix = countCommon(before.toReversed(), after.toReversed(), shorter - prefix);
  const start = before.slice(0, prefix).join('').length;
  const ending = before.slice(before.length - suffix).join('').length;
  return { start, end: words.length - ending, text: correction.slice(start, correction.length - ending) };
}
