import { goesOnAfter, sentenceAround } from '../../text/segmenter/sentences';
import type { Span } from '../../text/span';
import { firstWhere } from './tokens';

/** A word in small letters, or a figure, that ends in a full stop; what it is may still be an abbreviation. */
const ending = /(?:(?<![\p{L}\p{M}.])([a-z]+)|\d)[.!?]$/u;

/** No abbreviation is longer. */
const longestEnding = 14;

/** Nothing that could end a sentence in any language, nor anything that needs a closer look. */
const plain = /^[\t "-\-/-:<->@-\u0084\u0086-\u0529\u2010-\u201f]*$/;
/** Behind the last sentence of a range, they belong to it. */
const closing = /[.!?"'”’)\]]+[\t \u00a0]*$/;

/** Whether a sentence surely begins here, by UAX #29 and whatever the language: `… rained. The …`. */
export function surelyBegins(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x20) return false;
  const letter = text.charCodeAt(at);
  if (letter < 0x41 || letter > 0x5a) return false;
  const before = text.slice(Math.max(0, at - 1 - longestEnding), at - 1);
  const found = ending.exec(before);
  return found !== null && !goesOnAfter(found[1] ?? '') && before.length > found[0].length;
}

/** The block that holds all of a span; null when none does. */
export function blockAround(blocks: readonly Span[], { start, end }: Span): Span | null {
  const block = blocks[firstWhere(blocks.length, (index) => (blocks[index]?.end ?? 0) > start)];
  return block && block.start <= start && block.end >= end ? block : null;
}

/**
 * The sentences that a span touches, as `sentenceAround` finds them, in UTF-16 offsets. It cuts whole blocks into sentences
 * and remembers them, which is right for a draft on the screen; here most blocks are asked once, so only the text between the
 * nearest sure borders is cut, and not even that where nothing in it could end a sentence.
 */
export function nearSentence(
  text: string,
  blocks: readonly Span[],
  span: Span,
  language: string | null,
): Span {
  const block = blockAround(blocks, span);
  if (!block) return sentenceAround(text, blocks, span, language);
  let start = span.start;
  while (start > block.start && !surelyBegins(text, start)) start -= 1;
  let end = span.end;
  while (end < block.end && !surelyBegins(text, end)) end += 1;
  // What the span itself holds does not matter, but for the signs at its end.
  let last = span.end;
  while (last > span.start && !isLetter(text.charCodeAt(last - 1))) last -= 1;
  const isPlain =
    last > span.start &&
    !/^\s/.test(text.charAt(span.start)) &&
    plain.test(text.slice(start, span.start)) &&
    plain.test(text.slice(last, end).replace(closing, ''));
  if (!isPlain) return sentenceAround(text, [{ start, end }], span, language);
  while (start < span.start && isSpace(text.charCodeAt(start))) start += 1;
  while (end > span.end && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** Whether a unit is a letter of ASCII. Behind a full stop, figures may end a sentence or not. */
function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** Of the white space that `plain` lets pass. */
function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xa0;
}
