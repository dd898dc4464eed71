import {
  apostropheClass,
  cjkSentenceEndClass,
  dashClass,
  doubleQuoteClass,
  invisibleClass,
  sentenceEndClass,
  singleQuoteClass,
  typographicSpaceClass,
} from '../text/characters/punctuation-classes.ts';
import { unspacedScriptClass } from '../text/characters/unspaced-scripts.ts';

/** All dashes and hyphens, also those of the keyboard and of full width. */
const dash = `\\-${dashClass}\\ufe58\\ufe63\\uff0d`;
/** Apostrophes belong to a word between its letters. */
const apostrophe = `'${apostropheClass}`;
/** Punctuation that belongs to a number between its digits. */
const inNumber = ".,'’·:/\\u2044\\u066b\\u066c";
/** An emoji or flag, with its variation selectors, skin tones and joined parts. */
const emoji =
  '(?:\\p{RI}\\p{RI}|\\p{Extended_Pictographic})[\\p{M}\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*';

/** A word: a letter of a script without spaces, or consecutive letters. */
const word = `[${unspacedScriptClass}][\\p{M}${invisibleClass}]*|[\\p{L}\\p{M}](?:(?![${unspacedScriptClass}])[\\p{L}\\p{M}${invisibleClass}]|[${apostrophe}](?=\\p{L}))*`;

/** A number with its sign, thousands and decimals; or digits directly behind a letter or symbol. */
const number = `(?<![\\p{L}\\p{N}${dash}][${invisibleClass}]*)[${dash}]?(?:(?<!\\p{Nd})\\p{Nd}{1,3}(?:[ ${typographicSpaceClass}]\\p{Nd}{3}(?!\\p{Nd}))+|(?<!\\p{Nd})[.,]?\\p{Nd}+)(?:[${inNumber}]\\p{Nd}+)*[\\p{No}\\p{Nl}]*|\\p{Nd}+(?:[${inNumber}]\\p{Nd}+)*[\\p{No}\\p{Nl}]*|[\\p{No}\\p{Nl}]+`;

/** The first group of a match is a word, the second a number; a match without a group is a symbol. */
const tokenPattern = new RegExp(
  `(${word})|(${number})|\\.{3}|…|[${dash}]+|${emoji}|[^\\s${invisibleClass}]`,
  'gu',
);

/** The same for a text of ASCII alone, as most are: it takes a fifth of the time. */
const asciiTokenPattern =
  /([A-Za-z](?:[A-Za-z]|'(?=[A-Za-z]))*)|((?<![A-Za-z0-9-])-?(?:(?<!\d)\d{1,3}(?: \d{3}(?!\d))+|(?<!\d)[.,]?\d+)(?:[.,':/]\d+)*|\d+(?:[.,':/]\d+)*)|\.{3}|-+|\S/g;

const asciiOnly = /^[\t\n\r -~]*$/;

const dashes = new RegExp(`^[${dash}]+$`, 'u');
const anyDash = new RegExp(`[${dash}]`, 'gu');
/** Dashes and the minus sign, but not the hyphen of the keyboard. */
export const typographicDash = new RegExp(`[${dashClass}]`);
const anySpace = new RegExp(`[ ${typographicSpaceClass}]`, 'g');
const anyInvisible = new RegExp(`[${invisibleClass}]`, 'g');
const anyApostrophe = new RegExp(`[${apostropheClass}]`, 'g');
export const typographicApostrophe = new RegExp(`[${apostropheClass}]`);

const singleQuote = new RegExp(`^['${singleQuoteClass}＇]$`);
const doubleQuote = new RegExp(`^["${doubleQuoteClass}「」『』＂]$`);

/** Punctuation that ends a sentence as far as letter case is concerned, also in Armenian, Arabic and Urdu. */
const sentenceEnd = new RegExp(`^[${sentenceEndClass}${cjkSentenceEndClass}։۔।؟]$|^\\.{3}$`);

/** Punctuation between the end of a sentence and the first word of the next one. */
const bracketOrQuote = /^[)\]}("“”„‟«»'‘’‚‹›「」『』[{*]$/;

/** Punctuation whose change changes nothing that is said. Inside a number it is part of the number. */
export const meaninglessPunctuation = /^[,;:.，、；：。،؛۔]$/;

/**
 * A word, a number with its punctuation, or a symbol: a punctuation mark or any other single character. Spaces and invisible
 * characters lie between tokens.
 */
export interface ChangeToken {
  /** The text as it is written: [start, end) in UTF-16 offsets of the string. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly type: 'word' | 'number' | 'symbol';
  /** The text without its style: two tokens that differ in nothing but style have the same key. */
  readonly key: string;
  readonly lowerKey: string;
  readonly startsSentence: boolean;
  /** Whether a symbol has letters or digits directly on both sides, as in a web address. */
  readonly isInsideWord: boolean;
}

const letterOrNumber = /[\p{L}\p{N}]/u;

/** Whether a token is a quotation mark. An apostrophe is part of its word. */
export function isQuote({ type, text }: ChangeToken): boolean {
  return type === 'symbol' && (singleQuote.test(text) || doubleQuote.test(text));
}

/** Whether a token is a dash, or a hyphen between words. */
export function isDash({ type, text }: ChangeToken): boolean {
  return type === 'symbol' && dashes.test(text);
}

function createKey(type: ChangeToken['type'], text: string, isBehindDigit: boolean): string {
  if (type === 'symbol') {
    // Behind a digit they mean feet and inches or minutes and seconds, and one is not another style of the other.
    if (singleQuote.test(text)) return isBehindDigit ? "'" : '"';
    if (doubleQuote.test(text)) return '"';
    if (dashes.test(text)) return '-';
    return text === '...' ? '…' : text;
  }
  if (asciiOnly.test(text)) return text;
  const visible = text.replace(anyInvisible, '');
  if (type === 'word') return visible.replace(anyApostrophe, "'");
  return visible.replace(anyDash, '-').replace(anySpace, ' ').replace(/’/g, "'");
}

/**
 * Whether a symbol ends a sentence as far as letter case is concerned. A full stop behind an initial or a short title does not:
 * the name behind it has a capital letter anyway.
 */
function endsSentence(symbol: string, before: ChangeToken | undefined): boolean {
  if (!sentenceEnd.test(symbol)) return false;
  if (symbol !== '.' || before?.type !== 'word') return true;
  return before.text.length > 3 || /^\p{Ll}{2}/u.test(before.text);
}

/**
 * The tokens of a string in composed form (NFC), in order. `startsSentence` says whether a sentence starts with the string; within
 * it, sentences start behind full stops and blank lines.
 */
export function findChangeTokens(text: string, startsSentence: boolean): ChangeToken[] {
  const tokens: ChangeToken[] = [];
  let isSentenceStart = startsSentence;
  let previousEnd = 0;
  const pattern = asciiOnly.test(text) ? asciiTokenPattern : tokenPattern;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: found, 1: word, 2: number, index: start } = match;
    const type = word !== undefined ? 'word' : number !== undefined ? 'number' : 'symbol';
    const before = tokens.at(-1);
    if (start - previousEnd > 1 && /\n[^\S\n]*\n/.test(text.slice(previousEnd, start)))
      isSentenceStart = true;
    const key = createKey(type, found, before?.type === 'number' && before.end === start);
    const end = start + found.length;
    const isSymbol = type === 'symbol';
    tokens.push({
      text: found,
      start,
      end,
      type,
      key,
      lowerKey: key.toLowerCase(),
      startsSentence: !isSymbol && isSentenceStart,
      isInsideWord:
        isSymbol && letterOrNumber.test(text.charAt(start - 1)) && letterOrNumber.test(text.charAt(end)),
    });
    if (!isSymbol) isSentenceStart = false;
    else if (endsSentence(found, before)) isSentenceStart = true;
    else if (!bracketOrQuote.test(found)) isSentenceStart = false;
    previousEnd = end;
  }
  return tokens;
}
