import { isCertainSentenceStart } from '#shared/text/segmenter/rules/certain-start.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';

/** Text without any character that could end a sentence in any language, or that needs a closer look. */
const withoutSentenceEnd = /^[\t "-\-/-:<->@-\u0084\u0086-\u0529\u2010-\u201f]*$/;
/** Characters that belong to the last sentence of a range when they stand behind it. */
const closing = /[.!?"'”’)\]]+[\t \u00a0]*$/;

/** The block that contains a whole span; null where none does. */
export function findBlockAround(blocks: readonly Span[], { start, end }: Span): Span | null {
  const block = blocks[findFirstIndex(blocks.length, (index) => (blocks[index]?.end ?? 0) > start)];
  return block && block.start <= start && block.end >= end ? block : null;
}

/**
 * The same sentences that `findSentenceAround` finds for a span, in UTF-16 offsets, but faster for a text that is asked about
 * once. `findSentenceAround` cuts and caches whole blocks, which suits a draft on the screen. This function cuts only the text
 * between the nearest certain sentence starts, and not even that where nothing in it could end a sentence.
 */
export function scanSentenceAround(
  text: string,
  blocks: readonly Span[],
  span: Span,
  language: string | null,
): Span {
  const block = findBlockAround(blocks, span);
  if (!block) return findSentenceAround(text, blocks, span, language);
  let start = span.start;
  while (start > block.start && !isCertainSentenceStart(text, start)) start -= 1;
  let end = span.end;
  while (end < block.end && !isCertainSentenceStart(text, end)) end += 1;
  // The inside of the span does not matter, except the characters behind its last letter.
  let lastLetterEnd = span.end;
  while (lastLetterEnd > span.start && !isAsciiLetter(text.charCodeAt(lastLetterEnd - 1))) lastLetterEnd -= 1;
  const isOneSentence =
    lastLetterEnd > span.start &&
    !/^\s/.test(text.charAt(span.start)) &&
    withoutSentenceEnd.test(text.slice(start, span.start)) &&
    withoutSentenceEnd.test(text.slice(lastLetterEnd, end).replace(closing, ''));
  if (!isOneSentence) return findSentenceAround(text, [{ start, end }], span, language);
  while (start < span.start && isPlainSpace(text.charCodeAt(start))) start += 1;
  while (end > span.end && isPlainSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** Digits are left out: a full stop behind one may end a sentence or not. */
function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** Whether a code unit is one of the spaces that `withoutSentenceEnd` allows. */
function isPlainSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0;
}
