import { raiseDigits } from '../../../raised-digits';
import type { Inlines } from '../inlines';
import type { RunContext } from './run-context';
import { missingSymbol, readSymbol } from './symbols';

/** Fonts whose letters are symbols, whatever their characters are elsewhere. */
const symbolFonts = /^(?:symbol|webdings|wingdings(?: [23])?)$/i;

/** Where Word puts the characters of any symbol font. */
const symbolCharacter = /[\uf020-\uf0ff]/;

const isSpace = (character: string) => character.trim() === '';

/**
 * The text of a run as its font shows it: symbols as the characters that they stand for (`missingSymbol` where only the font
 * knows), raised figures as raised characters. `before` is the content of the paragraph up to the run.
 */
export function getShownText(text: string, { font, isRaised }: RunContext, before: Inlines): string {
  const isSymbolFont = font !== null && symbolFonts.test(font);
  if (isSymbolFont || symbolCharacter.test(text))
    return Array.from(text, (character) =>
      isSpace(character) || !(isSymbolFont || symbolCharacter.test(character))
        ? character
        : readSymbol(font ?? '', (character.codePointAt(0) ?? 0).toString(16)),
    ).join('');
  return (isRaised ? raiseDigits(text, before.at(-1)?.text ?? '') : null) ?? text;
}

/** How many symbols of a text only its font can show, apart from those that the file itself has as missing. */
export function countMissingSymbols(shown: string, text: string): number {
  return shown.split(missingSymbol).length - text.split(missingSymbol).length;
}
