import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { segmentByWindows } from '#shared/text/segmenter/segment-windows.ts';
import {
  longestCommonSubsequence,
  maxTableCells,
} from '#shared/text/sequences/longest-common-subsequence.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Splits a text into words and what is between them (UAX #29), so that no cut is within a word or a grapheme. */
function splitIntoWords(text: string): string[] {
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

/** The white space between lines, paragraphs and cells in the text of a draft. */
const breaks = /(\n\s*\n|\n|\t)/;

/** Pieces of a text at even indexes, the breaks between them at odd ones. */
const splitPieces = (text: string) => text.split(breaks);

const isBreak = (index: number) => index % 2 === 1;

/**
 * Splits a change at the breaks that its new text has as well, so that lines, paragraphs and cells stay as they are: the changes of the
 * words between them are in order, and give the same text. A change whose breaks differ stays one, and takes whole blank lines.
 */
export function splitAtBreaks(text: string, change: TextChange): TextChange[] {
  const whole = takeBlankLines(text, change);
  const before = splitPieces(text.slice(whole.start, whole.end));
  const after = splitPieces(whole.text);
  const areSame =
    before.length === after.length &&
    before.every(
      (piece, index) =>
        !isBreak(index) || piece.replace(/\s+/g, countLines) === after[index]?.replace(/\s+/g, countLines),
    );
  if (!areSame || before.length === 1) return [whole];
  const changes: TextChange[] = [];
  let offset = whole.start;
  for (const [index, words] of before.entries()) {
    const trimmed = isBreak(index) ? null : trimCorrection(words, after[index] ?? '');
    if (trimmed) changes.push({ ...trimmed, start: offset + trimmed.start, end: offset + trimmed.end });
    offset += words.length;
  }
  return changes;
}

/** A blank line with spaces in it is the same as one without. */
const countLines = (space: string) => (space.includes('\n') ? `${space.split('\n').length}` : space);

/** Extends a change over a blank line of which it takes a part. */
function takeBlankLines(text: string, { start, end, text: words }: TextChange): TextChange {
  if (start === end) return { start, end, text: words };
  const isHalf = (offset: number) => text[offset - 1] === '\n' && text[offset] === '\n';
  const from = isHalf(start) ? start - 1 : start;
  const to = isHalf(end) ? end + 1 : end;
  return { start: from, end: to, text: text.slice(from, start) + words + text.slice(end, to) };
}

const word = /[\p{L}\p{N}]/u;

/** The offset of each of the pieces that a text consists of, and that of its end. */
function listOffsets(pieces: readonly string[]): number[] {
  const offsets = [0];
  for (const { length } of pieces) offsets.push((offsets.at(-1) ?? 0) + length);
  return offsets;
}

/**
 * The changes that make one text of another, word by word: applied together they give exactly that text. Changes with nothing but spaces
 * and punctuation between them are one. Texts that are too long for a comparison, once their common start and end are cut off,
 * differ in one change.
 */
export function diffWords(before: string, after: string): TextChange[] {
  const trimmed = trimCorrection(before, after);
  if (!trimmed) return [];
  const old = splitIntoWords(before.slice(trimmed.start, trimmed.end));
  const now = splitIntoWords(trimmed.text);
  if (old.length * now.length > maxTableCells) return [trimmed];
  const oldOffsets = listOffsets(old);
  const pairs = longestCommonSubsequence(old.length, now.length, (a, b) => old[a] === now[b]);
  const changes: TextChange[] = [];
  let [oldEnd, nowEnd] = [0, 0];
  const close = (oldStart: number, nowStart: number) => {
    if (oldStart === oldEnd && nowStart === nowEnd) return;
    const text = now.slice(nowEnd, nowStart).join('');
    const last = changes.at(-1);
    const start = trimmed.start + (oldOffsets[oldEnd] ?? 0);
    const end = trimmed.start + (oldOffsets[oldStart] ?? 0);
    const between = last ? before.slice(last.end, start) : '';
    if (!last || word.test(between)) changes.push({ start, end, text });
    else Object.assign(last, { end, text: last.text + between + text });
  };
  for (const [oldIndex, nowIndex] of [...pairs, [old.length, now.length] as const]) {
    close(oldIndex, nowIndex);
    oldEnd = oldIndex + 1;
    nowEnd = nowIndex + 1;
  }
  return changes;
}
