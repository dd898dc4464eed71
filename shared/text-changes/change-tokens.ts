import { unspacedScripts } from '../text/characters/unspaced-scripts';

/** A word, a number with its signs, or a single sign; spaces stand between. */
export interface Atom {
  /** As it stands; [start, end) in UTF-16 offsets of the string it was found in. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly type: 'word' | 'number' | 'sign';
  /** What it is without the style that it is set in: equal where nothing but style differs. */
  readonly key: string;
  /** The key in small letters. */
  readonly folded: string;
  /** Whether a sentence begins with it. */
  readonly starts: boolean;
  /** Of a sign: whether letters or figures stand right before and right behind it, as in an address. */
  readonly within: boolean;
}

const hidden = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const anyHidden = new RegExp(`[${hidden}]`, 'g');
const dash = '\\-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d';
const spaces = ' \\u00a0\\u2007\\u2009\\u202f';
/** Inside a word only: between its letters. */
const apostrophe = "'’‘ʼ＇";
/** Between the figures of a number only. */
const inNumber = ".,'’·:/\\u2044\\u066b\\u066c";

const picture =
  '(?:\\p{RI}\\p{RI}|\\p{Extended_Pictographic})[\\p{M}\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*';

const atom = new RegExp(
  [
    // A word: a letter of a script without spaces, or letters in a row.
    `([${unspacedScripts}][\\p{M}${hidden}]*|[\\p{L}\\p{M}](?:(?![${unspacedScripts}])[\\p{L}\\p{M}${hidden}]|[${apostrophe}](?=\\p{L}))*)`,
    // A number with its sign, its thousands, its decimals; or one that stands right behind a letter or a sign.
    `((?<![\\p{L}\\p{N}${dash}][${hidden}]*)[${dash}]?(?:(?<!\\p{Nd})\\p{Nd}{1,3}(?:[${spaces}]\\p{Nd}{3}(?!\\p{Nd}))+|(?<!\\p{Nd})[.,]?\\p{Nd}+)(?:[${inNumber}]\\p{Nd}+)*[\\p{No}\\p{Nl}]*|\\p{Nd}+(?:[${inNumber}]\\p{Nd}+)*[\\p{No}\\p{Nl}]*|[\\p{No}\\p{Nl}]+)`,
    `\\.{3}|…|[${dash}]+|${picture}|[^\\s${hidden}]`,
  ].join('|'),
  'gu',
);

/** The same for a text of ASCII alone, which most are: it takes a fifth of the time. */
const ascii = /^[\t\n\r -~]*$/;
const asciiAtom =
  /([A-Za-z](?:[A-Za-z]|'(?=[A-Za-z]))*)|((?<![A-Za-z0-9-])-?(?:(?<!\d)\d{1,3}(?: \d{3}(?!\d))+|(?<!\d)[.,]?\d+)(?:[.,':/]\d+)*|\d+(?:[.,':/]\d+)*)|\.{3}|-+|\S/g;

const dashOnly = new RegExp(`^[${dash}]+$`, 'u');
const anyDash = new RegExp(`[${dash}]`, 'gu');
const anySpace = new RegExp(`[${spaces}]`, 'g');
const singleQuote = /^['‘’‚‛′‹›`´＇]$/;
const doubleQuote = /^["“”„‟″«»「」『』＂]$/;
const wordSign = /[\p{L}\p{N}]/u;
const endsSentence = /^[.!?。！？…։۔।؟]$|^\.{3}$/;
const closesOrOpens = /^[)\]}("“”„‟«»'‘’‚‹›「」『』[{*]$/;

/** Whether an atom is a quotation mark. An apostrophe is part of its word. */
export function isQuote({ type, text }: Atom): boolean {
  return type === 'sign' && (singleQuote.test(text) || doubleQuote.test(text));
}

/** Whether an atom is a dash, or a hyphen between words. */
export function isDash({ type, text }: Atom): boolean {
  return type === 'sign' && dashOnly.test(text);
}

function keyOf(type: Atom['type'], text: string, behindFigure: boolean): string {
  if (type === 'sign') {
    // Behind a figure they are feet and inches, minutes and seconds: there one is no other style of the other.
    if (singleQuote.test(text)) return behindFigure ? "'" : '"';
    if (doubleQuote.test(text)) return '"';
    if (dashOnly.test(text)) return '-';
    return text === '...' ? '…' : text;
  }
  if (ascii.test(text)) return text;
  const seen = text.replace(anyHidden, '');
  if (type === 'word') return seen.replace(/[’‘ʼ＇]/g, "'");
  return seen.replace(anyDash, '-').replace(anySpace, ' ').replace(/’/g, "'");
}

/**
 * Whether a sign ends a sentence as far as letter case goes: a full stop behind an initial or a short title does not, for the
 * name behind it has its capital letter anyway.
 */
function ends(sign: string, before: Atom | undefined): boolean {
  if (!endsSentence.test(sign)) return false;
  if (sign !== '.' || before?.type !== 'word') return true;
  return before.text.length > 3 || /^\p{Ll}{2}/u.test(before.text);
}

/**
 * The atoms of a string in composed form (NFC), in order. `starts` says whether a sentence begins with the string; others
 * begin behind full stops and blank lines within.
 */
export function atomsOf(text: string, starts: boolean): Atom[] {
  const atoms: Atom[] = [];
  let begins = starts;
  let end = 0;
  const expression = ascii.test(text) ? asciiAtom : atom;
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const { 0: found, 1: word, 2: number, index } = match;
    const type = word !== undefined ? 'word' : number !== undefined ? 'number' : 'sign';
    const before = atoms.at(-1);
    if (index - end > 1 && /\n[^\S\n]*\n/.test(text.slice(end, index))) begins = true;
    const key = keyOf(type, found, before?.type === 'number' && before.end === index);
    end = index + found.length;
    atoms.push({
      ...{ text: found, start: index, end, type, key, folded: key.toLowerCase() },
      starts: type !== 'sign' && begins,
      within: type === 'sign' && wordSign.test(text.charAt(index - 1)) && wordSign.test(text.charAt(end)),
    });
    if (type !== 'sign') begins = false;
    else if (ends(found, before)) begins = true;
    else if (!closesOrOpens.test(found)) begins = false;
  }
  return atoms;
}
