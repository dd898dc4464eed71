import { unspacedScriptClass } from '../text/characters/unspaced-scripts';

/** Letters, digits and their marks, of scripts with spaces between words. */
const spacedLetter = new RegExp(`(?![${unspacedScriptClass}])[\\p{L}\\p{M}\\p{Nd}\\p{Nl}]`, 'u');
const startsWithMark = /^\p{M}/u;

/**
 * A whole number: with its sign, with thousands separated by punctuation or spaces, decimals, fractions, times, ratios and
 * superscripts. A hyphen is no sign between letters, nor in a range.
 */
const numbers =
  /(?:(?<![\p{L}\p{N}])-)?(?:(?<!\p{Nd})\p{Nd}{1,3}(?: \p{Nd}{3}(?!\p{Nd}))+|\p{Nd}+)(?:[.,'·:/\u2044\u066b\u066c]\p{Nd}+)*[\p{No}]*|(?<!\p{Nd})[.,]\p{Nd}+/gu;

/** How far around an offset a number is searched, in UTF-16 code units. */
const maxNumberLength = 40;

function isInsideNumber(text: string, offset: number): boolean {
  // Searched only beside digits, because most offsets are not.
  if (!/[\p{N}.,-]/u.test(text.slice(Math.max(0, offset - 2), offset))) return false;
  if (!/\p{N}/u.test(text.slice(offset, offset + 2))) return false;
  const from = Math.max(0, offset - maxNumberLength);
  for (const { 0: number, index } of text.slice(from, offset + maxNumberLength).matchAll(numbers))
    if (from + index < offset && from + index + number.length > offset) return true;
  return false;
}

/** The code point that ends at an offset. */
function getCharBefore(text: string, offset: number): string {
  return Array.from(text.slice(Math.max(0, offset - 2), offset)).at(-1) ?? '';
}

/** The code point that starts at an offset. */
function getCharAfter(text: string, offset: number): string {
  return Array.from(text.slice(offset, offset + 2))[0] ?? '';
}

/**
 * Whether words may start or end at an offset (UTF-16 code units) of a text with plain punctuation: not within a word, not within
 * a number, and not before the `'t` that negates a word. Scripts without spaces have a boundary at every letter.
 */
export function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const after = getCharAfter(text, offset);
  if (startsWithMark.test(after)) return false;
  if (
    spacedLetter.test(getCharBefore(text, offset)) &&
    (spacedLetter.test(after) || /^'t(?![\p{L}\p{N}])/u.test(text.slice(offset, offset + 4)))
  )
    return false;
  return !isInsideNumber(text, offset);
}
