import { unspacedScriptClass } from '../text/characters/unspaced-scripts';
import type { Lexicon } from './lexicon/word-class';

/** A word, a number or a sign of a sentence. */
export interface Token {
  /** UTF-16 offsets into the draft's text. */
  start: number;
  end: number;
  type: 'word' | 'number' | 'sign';
  /** In lower case, with straight apostrophes. */
  lower: string;
  /** Bits of `wordClass`. */
  classes: number;
  /** Whether it starts with a capital letter. */
  isCapital: boolean;
  /** Whether it has the ending of the English genitive, which `lower` leaves out. */
  isPossessive: boolean;
}

/**
 * Numbers with their separators ("1 200 000", "28.000,50", "10:30", "2019/44"), words with the hyphens, points and apostrophes
 * in them, and single signs. No alternative can start again within what another has read, so reading takes linear time.
 */
const pattern = new RegExp(
  [
    "(\\p{Nd}{1,3}(?:[ \\u00a0\\u202f\\u2009]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+(?:[.,'’٫٬:/]\\p{Nd}+)*)",
    // Scripts without spaces write words and numbers without a gap between them.
    `([${unspacedScriptClass}ー々][${unspacedScriptClass}ー々\\p{M}]*|\\p{L}[\\p{L}\\p{M}\\p{Nd}]*(?:['’.\\-‐‑&][\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*)*)`,
    '\\S',
  ].join('|'),
  'gu',
);

const capital = /^\p{Lu}/u;
const possessive = /'s$/;

/** Longer words are in no lexicon. Lower case is needed for nothing else. UTF-16 code units. */
const maxWordLength = 40;

/** Reads the tokens of a range of the text, in order. */
export function readTokens(text: string, start: number, end: number, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const range = text.slice(start, end);
  for (const match of range.matchAll(pattern)) {
    const [found, number, word] = match;
    const from = start + match.index;
    const to = from + found.length;
    const type = number === undefined ? (word === undefined ? 'sign' : 'word') : 'number';
    let lower = type === 'number' ? toAsciiDigits(found) : found;
    if (type === 'word' && found.length <= maxWordLength) lower = found.toLowerCase().replace('’', "'");
    const isPossessive = type === 'word' && possessive.test(lower);
    if (isPossessive) lower = lower.slice(0, -2);
    tokens.push({
      start: from,
      end: to,
      type,
      lower,
      classes: type === 'number' ? 0 : (lexicon.get(lower) ?? 0),
      isCapital: type === 'word' && capital.test(found),
      isPossessive,
    });
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

/** Where a token ends without the ending of the genitive. */
export function getEnd({ end, isPossessive }: Token): number {
  return isPossessive ? end - 2 : end;
}

/** The zeros of the decimal digits that texts are written with beside ASCII: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const otherDigit = /[^\0-\x7f]/g;

/** A number with ASCII digits. Other characters, and digits of rare scripts, stay. */
function toAsciiDigits(number: string): string {
  return number.replace(otherDigit, (character) => {
    const code = character.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? character : String(code - zero);
  });
}
