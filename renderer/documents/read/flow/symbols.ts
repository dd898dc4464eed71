import { codePoint } from 'dingbat-to-unicode';

/** The replacement character (Unicode 23.8), for a symbol that only its font can show. */
export const missingSymbol = '\ufffd';

/** The characters of a symbol font, which Word may move to U+F000 (ECMA-376, part 1: 17.3.3.30). */
const maxSymbolCode = 0xff;
const movedTo = 0xf000;
const maxCodePoint = 0x10ffff;

/**
 * The character that a symbol shows: by the tables of Symbol, Webdings and Wingdings, or the character itself where a font has
 * it by its Unicode number. `missingSymbol` for those of other fonts, whose letters mean anything.
 */
export function readSymbol(font: string, hex: string): string {
  if (!/^[0-9a-f]{1,6}$/i.test(hex)) return missingSymbol;
  const code = Number.parseInt(hex, 16);
  const isMoved = code >= movedTo && code <= movedTo + maxSymbolCode;
  const known = codePoint(font, code) ?? codePoint(font, isMoved ? code - movedTo : code);
  if (known) return known.string;
  const isCharacter =
    code > maxSymbolCode && code <= maxCodePoint && !/[\p{Cn}\p{Cs}\p{Co}]/u.test(String.fromCodePoint(code));
  return isCharacter ? String.fromCodePoint(code) : missingSymbol;
}

/** Fonts whose letters are symbols, whatever their characters are elsewhere. */
const symbolFonts = /^(?:symbol|webdings|wingdings(?: [23])?)$/i;

/** Where Word puts the characters of any symbol font. */
const symbolCharacter = /[\uf020-\uf0ff]/;

/** The text as a font shows it, with the symbols of symbol fonts. A null font is the usual one. */
export function readTextInFont(text: string, font: string | null): string {
  const isSymbolFont = font !== null && symbolFonts.test(font);
  if (!isSymbolFont && !symbolCharacter.test(text)) return text;
  return Array.from(text, (character) => {
    const isSymbol = character.trim() !== '' && (isSymbolFont || symbolCharacter.test(character));
    return isSymbol ? readSymbol(font ?? '', (character.codePointAt(0) ?? 0).toString(16)) : character;
  }).join('');
}

/** How many symbols in a text only its font can show, without those that are U+FFFD in the file. */
export function countMissingSymbols(shown: string, text: string): number {
  return shown.split(missingSymbol).length - text.split(missingSymbol).length;
}
