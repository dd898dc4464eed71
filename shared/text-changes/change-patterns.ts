import {
  apostropheClass,
  cjkSentenceEndClass,
  dashClass,
  doubleQuoteClass,
  invisibleClass,
  sentenceEndClass,
  singleQuoteClass,
  typographicSpaceClass,
} from '../text/characters/punctuation-classes';
import { unspacedScriptClass } from '../text/characters/unspaced-scripts';

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
export const tokenPattern = new RegExp(
  `(${word})|(${number})|\\.{3}|…|[${dash}]+|${emoji}|[^\\s${invisibleClass}]`,
  'gu',
);

/** The same for a text of ASCII alone, as most are: it takes a fifth of the time. */
export const asciiTokenPattern =
  /([A-Za-z](?:[A-Za-z]|'(?=[A-Za-z]))*)|((?<![A-Za-z0-9-])-?(?:(?<!\d)\d{1,3}(?: \d{3}(?!\d))+|(?<!\d)[.,]?\d+)(?:[.,':/]\d+)*|\d+(?:[.,':/]\d+)*)|\.{3}|-+|\S/g;

export const asciiOnly = /^[\t\n\r -~]*$/;

export const dashes = new RegExp(`^[${dash}]+$`, 'u');
export const anyDash = new RegExp(`[${dash}]`, 'gu');
/** Dashes and the minus sign, but not the hyphen of the keyboard. */
export const typographicDash = new RegExp(`[${dashClass}]`);
export const anySpace = new RegExp(`[ ${typographicSpaceClass}]`, 'g');
export const anyInvisible = new RegExp(`[${invisibleClass}]`, 'g');
export const anyApostrophe = new RegExp(`[${apostropheClass}]`, 'g');
export const typographicApostrophe = new RegExp(`[${apostropheClass}]`);

export const singleQuote = new RegExp(`^['${singleQuoteClass}＇]$`);
export const doubleQuote = new RegExp(`^["${doubleQuoteClass}「」『』＂]$`);

/** Punctuation that ends a sentence as far as letter case is concerned, also in Armenian, Arabic and Urdu. */
export const sentenceEnd = new RegExp(`^[${sentenceEndClass}${cjkSentenceEndClass}։۔।؟]$|^\\.{3}$`);

/** Punctuation between the end of a sentence and the first word of the next one. */
export const bracketOrQuote = /^[)\]}("“”„‟«»'‘’‚‹›「」『』[{*]$/;

/** Punctuation whose change changes nothing that is said. Inside a number it is part of the number. */
export const meaninglessPunctuation = /^[,;:.，、；：。،؛۔]$/;
