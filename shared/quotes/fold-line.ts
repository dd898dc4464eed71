import { replaceTypographicVariants } from '../text/characters/typographic-variants';
import { unspacedScriptClass } from '../text/characters/unspaced-scripts';

/**
 * Letters of scripts without spaces between words, and their punctuation: the inside of a character class of a regular
 * expression.
 */
export const unspacedClass = `${unspacedScriptClass}\\u3001-\\u303f\\uff01-\\uff0f`;
const spaceBetweenUnspaced = new RegExp(`(?<=[${unspacedClass}]) (?=[${unspacedClass}])`, 'gu');

const asciiOnly = /^[ -~]*$/;
const invisible = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** All that compatibility decomposition changes, but not capital letters, which it leaves alone. */
const compatible = /(?![A-Z])\p{Changes_When_NFKC_Casefolded}/gu;

/** The compatibility form (NFKC) of a character, unless that would make another number of it: `10²` is not `102`. */
function toCompatibilityForm(char: string): string {
  const form = char.normalize('NFKC');
  return /\p{N}/u.test(form) && !/\p{Nd}/u.test(char) ? char : form;
}

/** A line with plain punctuation, compatibility forms and single spaces, and without invisible characters. */
export function foldLine(line: string): string {
  if (asciiOnly.test(line)) return line.replace(/ {2,}/g, ' ').trim();
  return replaceTypographicVariants(line)
    .replace(invisible, '')
    .replace(compatible, toCompatibilityForm)
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(spaceBetweenUnspaced, '')
    .trim();
}
