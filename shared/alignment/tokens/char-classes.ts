import { unspacedScripts } from '../../text/characters/unspaced-scripts';

/** What a UTF-16 unit is to words: none of one, a letter or figure, one that needs a closer look, a word by itself. */
export const apart = 1;
export const letter = 2;
export const special = 3;
export const alone = 4;

const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');
const plainLetter = /[\p{L}\p{N}]/u;
/** Marks, halves of pairs, and what can't be seen: they belong to the word around them. */
const needsLook = /[\p{M}\p{Cs}\u00ad\u200b-\u200d\u2060\ufeff]/u;
/** Signs that can't be seen and part no word. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Of each unit its class, and above that its small letter; filled as units are met, for finding out all would take long. */
const known = new Int32Array(0x10000);
const classBits = 3;
const classMask = (1 << classBits) - 1;

/** ASCII needs no expression, and most drafts hold little else: compiling those takes longer than comparing a short draft. */
function learnAscii(unit: number): number {
  const isCapital = unit >= 0x41 && unit <= 0x5a;
  const isLetter = isCapital || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  const found = ((isCapital ? unit | 0x20 : unit) << classBits) | (isLetter ? letter : apart);
  known[unit] = found;
  return found;
}

function learn(unit: number): number {
  if (unit < 0x80) return learnAscii(unit);
  const sign = String.fromCharCode(unit);
  const lower = sign.toLowerCase();
  const isStable = sign.normalize('NFC') === sign && lower.length === 1;
  const small = isStable ? lower.charCodeAt(0) : unit;
  const found = (small << classBits) | classFor(sign, isStable && !isJamo(unit));
  known[unit] = found;
  return found;
}

function classFor(sign: string, isPlain: boolean): number {
  if (needsLook.test(sign)) return special;
  if (!plainLetter.test(sign)) return apart;
  if (unspaced.test(sign)) return alone;
  return isPlain ? letter : special;
}

/** Letters that join the one before them in the composed form. */
function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

/** The class of a UTF-16 unit, and its small letter where that is one unit as well: to be read by the two below. */
export function unitOf(unit: number): number {
  return known[unit] || learn(unit);
}

export function classIn(found: number): number {
  return found & classMask;
}

export function smallIn(found: number): number {
  return found >> classBits;
}

/** Whether a sign of a word can't be seen, and so does not make it another. */
export function isInvisible(unit: number): boolean {
  return unit > 0xac && invisible.test(String.fromCharCode(unit));
}

/** Whether the code point at an offset, outside the basic plane, belongs to words, and whether it is one by itself. */
export function classOfPair(text: string, at: number): number {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (unspaced.test(sign)) return alone;
  return /[\p{L}\p{N}\p{M}]/u.test(sign) ? special : apart;
}
