import { invisibleClass } from '#shared/text/characters/punctuation-classes.ts';
import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';

/** The class of a UTF-16 code unit in a token. */
const separator = 1;
/** A letter or digit whose lower case is all there is to compare. */
const simpleLetter = 2;
/** Part of a token, but the token has to be normalized: marks, surrogates, invisible characters, letters that decompose. */
const specialLetter = 3;
/** A letter of a script without spaces, which is a token by itself. */
const unspacedLetter = 4;

const unspaced = new RegExp(`[${unspacedScriptClass}]`, 'u');
const letterOrNumber = /[\p{L}\p{N}]/u;
const invisible = new RegExp(`[${invisibleClass}]`);
/** Marks, surrogates and invisible characters belong to the token around them. */
const neverSeparates = new RegExp(`[\\p{M}\\p{Cs}${invisibleClass}]`, 'u');

/** For each code unit its class, and above that its lower case; filled as code units occur, because all of them take long. */
const knownInfo = new Int32Array(0x10000);
const classBits = 3;
const classMask = (1 << classBits) - 1;

/** ASCII needs no regular expression. Most drafts hold little else, and compiling takes longer than comparing a short draft. */
function classifyAscii(unit: number): number {
  const isCapital = unit >= 0x41 && unit <= 0x5a;
  const isLetter = isCapital || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return ((isCapital ? unit | 0x20 : unit) << classBits) | (isLetter ? simpleLetter : separator);
}

function classify(unit: number): number {
  if (unit < 0x80) return classifyAscii(unit);
  const char = String.fromCharCode(unit);
  const lower = char.toLowerCase();
  const isStable = char.normalize('NFC') === char && lower.length === 1;
  const lowerUnit = isStable ? lower.charCodeAt(0) : unit;
  return (lowerUnit << classBits) | findClass(char, isStable && !isJamo(unit));
}

function findClass(char: string, isSimple: boolean): number {
  if (neverSeparates.test(char)) return specialLetter;
  if (!letterOrNumber.test(char)) return separator;
  if (unspaced.test(char)) return unspacedLetter;
  return isSimple ? simpleLetter : specialLetter;
}

function learn(unit: number): number {
  const info = classify(unit);
  knownInfo[unit] = info;
  return info;
}

/** Whether a code unit is a Korean letter that the composed form (NFC) joins with the ones beside it. */
function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

/** The class and the lower case of a UTF-16 code unit in one number; the next two functions read them from it. */
function getCharInfo(unit: number): number {
  return knownInfo[unit] || learn(unit);
}

/** The class in a number from `getCharInfo`: `separator`, `simpleLetter`, `specialLetter` or `unspacedLetter`. */
function getCharClass(info: number): number {
  return info & classMask;
}

/** The lower case of the code unit, or the code unit itself where its lower case or composed form is another length. */
function getLowerCase(info: number): number {
  return info >> classBits;
}

/** Whether a character can't be seen and so does not make a token another one. */
function isInvisible(unit: number): boolean {
  return unit > 0xac && invisible.test(String.fromCharCode(unit));
}

/** The class of the surrogate pair at an offset. */
function getPairClass(text: string, offset: number): number {
  const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (unspaced.test(char)) return unspacedLetter;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? specialLetter : separator;
}

/** The parameters of the 32-bit FNV-1a hash, which is computed over the UTF-16 code units of a token. */
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** The id of a token that holds more than simple letters: of its composed form (NFC), without invisible characters. */
function hashSpecialToken(token: string): number {
  const composed = token.normalize('NFC');
  let id = fnvOffset;
  for (let index = 0; index < composed.length; index += 1) {
    const unit = composed.charCodeAt(index);
    if (!isInvisible(unit)) id = Math.imul(id ^ getLowerCase(getCharInfo(unit)), fnvPrime);
  }
  return id;
}

/** The columns of `Tokens` while they are filled. */
class TokenColumns {
  starts: Int32Array;
  ends: Int32Array;
  ids: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.ids = new Int32Array(capacity);
  }

  add(start: number, end: number, id: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.ids[this.count] = id;
    this.count += 1;
  }

  private grow(): void {
    const larger = new TokenColumns(2 * this.count);
    larger.starts.set(this.starts);
    larger.ends.set(this.ends);
    larger.ids.set(this.ids);
    ({ starts: this.starts, ends: this.ends, ids: this.ids } = larger);
  }
}

/** Splits a text into tokens, in order. Takes time in proportion to its length. */
export function tokenize(text: string): Tokens {
  // In most languages a word and the space behind it take more than four code units.
  const columns = new TokenColumns((text.length >> 2) + 16);
  const add = (start: number, end: number, id: number) => {
    // Invisible characters alone are no token.
    if (id !== fnvOffset) columns.add(start, end, id);
  };
  for (let index = 0; index < text.length; ) {
    const start = index;
    let id = fnvOffset;
    let isSpecial = false;
    let charClass = separator;
    let width = 1;
    // Variables that change with every letter stay out of closures, which would halve the loop's speed.
    for (; index < text.length; index += width) {
      const unit = text.charCodeAt(index);
      const info = getCharInfo(unit);
      const isPair = unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(index) ?? 0) > 0xffff;
      width = isPair ? 2 : 1;
      charClass = isPair ? getPairClass(text, index) : getCharClass(info);
      if (charClass === separator || charClass === unspacedLetter) break;
      if (charClass === simpleLetter) id = Math.imul(id ^ getLowerCase(info), fnvPrime);
      else isSpecial = true;
    }
    if (index > start) add(start, index, isSpecial ? hashSpecialToken(text.slice(start, index)) : id);
    if (index >= text.length) break;
    if (charClass === unspacedLetter)
      add(index, index + width, hashSpecialToken(text.slice(index, index + width)));
    index += width;
  }
  const { starts, ends, ids, count } = columns;
  return { text, starts, ends, ids: ids.subarray(0, count), count };
}
