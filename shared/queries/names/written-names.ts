import { foldForSearch } from '../../text/characters/fold-for-search';

/** Longer words than this, in UTF-16 code units, are compounds, addresses or noise rather than names. */
const maxWordLength = 40;
const written = /^(?=\p{sc=Latin})\p{Lu}\p{M}*[\p{L}\p{M}'’ʼ]*$/u;
const hasLower = /\p{Ll}/u;
/** `I’ve`, `Don’t`; a name goes on with a capital letter: `O’Brien`. */
const contraction = /['’ʼ]\p{Ll}/u;
/** Characters directly before or after words of addresses, files, tags and code. */
const beforeCode = /[@#/_\\=.]$/u;
const afterCode = /^(?:[@/_\\=(]|\.[\p{L}\p{N}])/u;
const beforeFirstWord = /[“„"«»‘‚:–—([]\s*$|\n/u;

/** A word in lower case without accents. Most words are written in plain letters, which need no folding. */
export function foldName(text: string): string {
  return /^[a-zA-Z]+$/.test(text) ? text.toLowerCase() : foldForSearch(text);
}

export function isCapitalized(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether a word is written like a name: in Latin letters, the first one a capital, but not all of them. */
export function isWrittenAsName(text: string): boolean {
  return text.length <= maxWordLength && written.test(text) && hasLower.test(text) && !contraction.test(text);
}

/** Whether a word is a part of an address, a file name or code, by the characters before it and after it. */
export function isInCode(before: string, after: string): boolean {
  return beforeCode.test(before) || afterCode.test(after);
}

/** Whether the characters before a word make it the first one of a line, a quotation, or what a colon or a dash announces. */
export function beginsAfter(before: string): boolean {
  return before !== ' ' && beforeFirstWord.test(before);
}

/** `J`, as in `J. R. Smith`. */
export function isInitial(text: string): boolean {
  return text.length === 1;
}

/** Whether words with this between them are parts of one name. */
export function isJoined(between: string): boolean {
  return between === ' ' || between === '\u00a0' || between === '. ' || isHyphen(between);
}

export function isHyphen(between: string): boolean {
  return between === '-' || between === '‐' || between === '‑';
}
