import { unspacedScripts } from '../text/unspaced';

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

/** Filled as units are met: finding out about all of them beforehand would take longer than most drafts. */
const classes = new Uint8Array(0x10000);
const lowered = new Uint16Array(0x10000);

function learn(unit: number): number {
  const sign = String.fromCharCode(unit);
  const lower = sign.toLowerCase();
  const isStable = sign.normalize('NFC') === sign && lower.length === 1;
  const found = needsLook.test(sign)
    ? special
    : !plainLetter.test(sign)
      ? apart
      : unspaced.test(sign)
        ? alone
        : isStable && !isJamo(unit)
          ? letter
          : special;
  lowered[unit] = isStable ? lower.charCodeAt(0) : unit;
  classes[unit] = found;
  return found;
}

/** Letters that join the one before them in the composed form. */
function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return classes[unit] || learn(unit);
}

/** The unit in lower case, where that is one unit as well. */
export function lowerUnit(unit: number): number {
  if (!classes[unit]) learn(unit);
  return lowered[unit] ?? unit;
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
