import {
  anyApostrophe,
  anyDash,
  anyInvisible,
  anySpace,
  asciiOnly,
  asciiTokenPattern,
  bracketOrQuote,
  dashes,
  doubleQuote,
  sentenceEnd,
  singleQuote,
  tokenPattern,
} from './change-patterns';

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
      ...{ text: found, start, end, type, key, lowerKey: key.toLowerCase() },
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
