import { invisibleClass } from '../../text/characters/punctuation-classes';
import { unspacedScriptClass } from '../../text/characters/unspaced-scripts';

/** The class of a UTF-16 code unit in a token. */
export const separator = 1;
/** A letter or digit whose lower case is all there is to compare. */
export const simpleLetter = 2;
/** Part of a token, but the token has to be normalized: marks, surrogates, invisible characters, letters that decompose. */
const specialLetter = 3;
/** A letter of a script without spaces, which is a token by itself. */
export const unspacedLetter = 4;

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
export function getCharInfo(unit: number): number {
  return knownInfo[unit] || learn(unit);
}

/** The class in a number from `getCharInfo`: `separator`, `simpleLetter`, `specialLetter` or `unspacedLetter`. */
export function getCharClass(info: number): number {
  return info & classMask;
}

/** The lower case of the code unit, or the code unit itself where its lower case or composed form is another length. */
export function getLowerCase(info: number): number {
  return info >> classBits;
}

/** Whether a character can't be seen and so does not make a token another one. */
export function isInvisible(unit: number): boolean {
  return unit > 0xac && invisible.test(String.fromCharCode(unit));
}

/** The class of the surrogate pair at an offset. */
export function getPairClass(text: string, offset: number): number {
  const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (unspaced.test(char)) return unspacedLetter;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? specialLetter : separator;
}
