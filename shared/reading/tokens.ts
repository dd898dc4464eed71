import { typographicSpaceClass } from '../text/characters/punctuation-classes.ts';
import { unspacedScriptClass } from '../text/characters/unspaced-scripts.ts';
import type { Span } from '../text/span.ts';
import type { Lexicon } from './lexicon/word-class.ts';

/** A word, a number or a sign of a sentence, in UTF-16 offsets into the draft's text. */
export interface Token extends Span {
  type: 'word' | 'number' | 'sign';
  text: string;
  /** In lower case, with straight apostrophes and ASCII digits. */
  lower: string;
  /** Bits of `wordClass`. */
  classes: number;
  /** Whether it starts with a capital letter. */
  isCapital: boolean;
  /** Whether it has the ending of the English genitive, which `lower` leaves out. */
  isPossessive: boolean;
  /** Whether no space stands between it and the token before it, in a script that has spaces. */
  isGlued: boolean;
}

const space = ` ${typographicSpaceClass}`;

/**
 * Numbers with separators ("1 200 000", "28.000,50", "10:30", "2019/44"), words with inner hyphens, points and apostrophes, and
 * single signs. No alternative starts again within the match of another, so reading takes linear time.
 */
const pattern = new RegExp(
  [
    `(\\p{Nd}{1,3}(?:[${space}]\\p{Nd}{3})+(?!\\p{Nd})(?:[.,]\\p{Nd}+)?|\\p{Nd}+(?:[.,'’٫٬:/${typographicSpaceClass}]\\p{Nd}+)*)`,
    // Scripts without spaces write words and numbers without a gap between them.
    `([${unspacedScriptClass}ー々][${unspacedScriptClass}ー々\\p{M}]*|\\p{L}[\\p{L}\\p{M}\\p{Nd}]*(?:['’.\\-‐‑&][\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*)*[²³]?)`,
    '\\S',
  ].join('|'),
  'gu',
);

const unspaced = new RegExp(`^[${unspacedScriptClass}ー々]`, 'u');
const capital = /^\p{Lu}/u;
const possessive = /'s$/;

/** Longest word that is looked up in the lexicon, in UTF-16 code units. Longer words need no conversion to lower case either. */
const maxWordLength = 40;

/** Reads the tokens of a range of the text, in order. */
export function readTokens(text: string, { start, end }: Span, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const [found, number, word] = match;
    const from = start + match.index;
    const type = number === undefined ? (word === undefined ? 'sign' : 'word') : 'number';
    let lower = type === 'number' ? toAsciiDigits(found) : found;
    if (type === 'word' && found.length <= maxWordLength) lower = found.toLowerCase().replace('’', "'");
    const hasSpaces = type !== 'word' || !unspaced.test(found);
    const isPossessive = type === 'word' && possessive.test(lower);
    if (isPossessive) lower = lower.slice(0, -2);
    tokens.push({
      start: from,
      end: from + found.length,
      type,
      text: found,
      lower,
      classes: type === 'number' ? 0 : (lexicon.get(lower) ?? 0),
      isCapital: type === 'word' && capital.test(found),
      isPossessive,
      isGlued: from === previousEnd && hasSpaces,
    });
    previousEnd = hasSpaces ? from + found.length : -1;
  }
  return tokens;
}
/** Whether a token is of one of the classes, which are bits of `wordClass`. */
export function isOf(token: Token | undefined, classes: number): boolean {
  return token !== undefined && (token.classes & classes) !== 0;
}

/** Whether a token is one of some words, each in lower case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token !== undefined && words.includes(token.lower);
}

/** The end of a token without the ending of the genitive. */
export function getEnd({ end, isPossessive }: Token): number {
  return isPossessive ? end - 2 : end;
}

/** The zeros of the decimal digits that texts are written with beside ASCII: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const otherDigit = /[^\0-\x7f]/g;

/** Converts the digits of a number to ASCII. Other characters, and digits of rare scripts, stay. */
function toAsciiDigits(number: string): string {
  return number.replace(otherDigit, (character) => {
    const code = character.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? character : String(code - zero);
  });
}

/**
 * Finds all matches of a global expression, in order. `String.matchAll` copies the expression, which takes longer than the search of
 * a sentence.
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
