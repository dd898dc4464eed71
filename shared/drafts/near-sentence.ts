import type { Span } from '../domain/span';
import { sentenceAround } from '../text/sentences';
import { firstWhere } from './tokens';

/** So many small letters before a full stop: no abbreviation after which a sentence goes on is as long, but `approx`. */
const ending = /[a-z]{4}[.!?]$/;
const goingOn = /approx[.]$/;
const longestEnding = 8;

/** Nothing that could end a sentence in any language, nor anything that needs a closer look. */
const plain = /^[\t "-\-/-:<->@-\u0084\u0086-\u0529\u2010-\u201f]*$/;
/** Behind the last sentence of a range, they belong to it. */
const closing = /[.!?"'”’)\]]+$/;

/** Whether a sentence surely begins here, by UAX #29 and whatever the language: `… rained. The …`. */
function surelyBegins(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x20) return false;
  const letter = text.charCodeAt(at);
  if (letter < 0x41 || letter > 0x5a) return false;
  const before = text.slice(Math.max(0, at - 1 - longestEnding), at - 1);
  return ending.test(before) && !goingOn.test(before);
}

function blockAround(blocks: readonly Span[], { start, end }: Span): Span | null {
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
  const words = text.slice(start, end).trim();
  if (words !== '' && plain.test(words.replace(closing, ''))) {
    const from = start + text.slice(start, end).indexOf(words);
    const isTouched = from < span.end && from + words.length > span.start;
    return isTouched
      ? { start: Math.min(from, span.start), end: Math.max(from + words.length, span.end) }
      : span;
  }
  return sentenceAround(text, [{ start, end }], span, language);
}
