import { cjkSentenceEndClass, sentenceEndClass } from '../../text/characters/punctuation-classes';
import { intAt } from '../../text/sequences/at';
import type { Tokens } from './tokens';

/** How strongly a text is divided in front of a token. Two block boundaries are compared by these. */
const noBreak = 0;
const punctuationBreak = 1;
export const sentenceBreak = 3;
export const paragraphBreak = 4;

/** Text between two tokens, the first of which may end a sentence. */
const mayEndSentence = new RegExp(`[${sentenceEndClass}؟۔։]["'”’»)\\]]*\\s`);
/** Text from a token that may start a sentence. */
const mayStartSentence = /^\P{Ll}/u;
/** Punctuation that always ends a sentence. */
const endsSentence = new RegExp(`[${cjkSentenceEndClass}｡।॥።]`);

/** A full stop after a token of at most this many UTF-16 code units may be that of an abbreviation or initial. */
const maxAbbreviationLength = 1;

/** Rates how strongly a text is divided in front of a token; both ends of the text count as the end of a paragraph. */
export function rateBreakBefore({ text, count, starts, ends }: Tokens, token: number): number {
  if (token <= 0 || token >= count) return paragraphBreak;
  const from = intAt(ends, token - 1);
  const to = intAt(starts, token);
  // Nearly always there is a single space, which needs no closer look.
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return noBreak;
  const between = text.slice(from, to);
  if (/\n[^\S\n]*\n/.test(between)) return paragraphBreak;
  if (endsSentence.test(between)) return sentenceBreak;
  if (
    mayEndSentence.test(between) &&
    mayStartSentence.test(text.slice(to, to + 2)) &&
    to - intAt(starts, token - 1) > maxAbbreviationLength + 2
  )
    return sentenceBreak;
  return /\S/.test(between) ? punctuationBreak : noBreak;
}
