import { typographicSpaceClass } from '../../../text/characters/punctuation-classes';
import type { Span } from '../../../text/span';

/** A part of a sentence, in UTF-16 offsets into the text that the sentence is in. */
export interface Token extends Span {
  type: 'digits' | 'word' | 'mark';
  text: string;
  lower: string;
  /** Whether no space stands between it and the token before it. */
  isGlued: boolean;
}

/** Digits with separators between them, a word with its apostrophes, or one other character. */
const tokenPattern = new RegExp(
  `(\\d+(?:[.,'’${typographicSpaceClass}]\\d+)*)|(\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)*[²³]?)|\\S`,
  'gu',
);
const asciiTokenPattern = /(\d+(?:[.,']\d+)*)|([A-Za-z]+(?:'[A-Za-z]+)*)|\S/g;
const asciiOnly = /^[\t\n\r -~]*$/;

/** The tokens of a span of the text, in order. */
export function findTokens(text: string, { start, end }: Span): Token[] {
  const sentence = text.slice(start, end);
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of findAll(asciiOnly.test(sentence) ? asciiTokenPattern : tokenPattern, sentence)) {
    const [found, digits, word] = match;
    const type = digits !== undefined ? 'digits' : word !== undefined ? 'word' : 'mark';
    const at = match.index;
    tokens.push({
      type,
      text: found,
      lower: type === 'word' ? found.toLowerCase() : found,
      start: start + at,
      end: start + at + found.length,
      isGlued: at === previousEnd,
    });
    previousEnd = at + found.length;
  }
  return tokens;
}

/**
 * All matches of a global expression, in order. Unlike `String.matchAll` it does not copy the expression, which takes longer than
 * searching a sentence does.
 */
export function findAll(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}
