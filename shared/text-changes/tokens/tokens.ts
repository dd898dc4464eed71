import { cjkSentenceEndClass, sentenceEndClass } from '#shared/text/characters/punctuation-classes.ts';
import { intAt } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';

/**
 * The tokens of a text as columns of numbers, for comparing texts token by token. A token is a word, or a single letter of a
 * script without spaces; spaces and punctuation lie between tokens.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets into the text. These two may be longer than `count`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /**
   * Hashes of the tokens. The same word has the same id, whatever its case, canonical form and invisible characters. Different
   * words nearly always have different ids, so whatever matters is compared as text in the end.
   */
  readonly ids: Int32Array;
}

/** A half-open range of tokens of one draft; start and end are the same where it is empty. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** The index of the first token that ends after an offset, or the count where there is none. */
function findTokenEndingAfter(tokens: Tokens, offset: number): number {
  return findFirstIndex(tokens.count, (index) => intAt(tokens.ends, index) > offset);
}

/** The index of the first token that starts at or after an offset, or the count where there is none. */
function findTokenStartingFrom(tokens: Tokens, offset: number): number {
  return findFirstIndex(tokens.count, (index) => intAt(tokens.starts, index) >= offset);
}

/** The tokens that a span touches; an empty range where it touches none. */
export function findTokenRange(tokens: Tokens, span: Span): TokenRange {
  const start = findTokenEndingAfter(tokens, span.start);
  return { start, end: Math.max(start, findTokenStartingFrom(tokens, span.end)) };
}

/** The span from the start of the first token of a range to the end of the last; the range must not be empty. */
export function getTokenSpan({ starts, ends }: Tokens, range: TokenRange): Span {
  return { start: intAt(starts, range.start), end: intAt(ends, range.end - 1) };
}

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
