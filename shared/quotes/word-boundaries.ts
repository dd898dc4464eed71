import { unspacedScriptClass } from '../text/characters/unspaced-scripts';

/** Letters, figures and their marks, of scripts that part words by spaces. */
const spaced = new RegExp(`(?![${unspacedScriptClass}])[\\p{L}\\p{M}\\p{Nd}\\p{Nl}]`, 'u');
const markOnly = /^\p{M}/u;

/**
 * A number as a whole: its sign, thousands with signs or spaces between them, decimals, fractions, times, ratios, and what
 * stands above the line. Between letters a hyphen is no sign, and neither is one in a range.
 */
const numbers =
  /(?:(?<![\p{L}\p{N}])-)?(?:(?<!\p{Nd})\p{Nd}{1,3}(?: \p{Nd}{3}(?!\p{Nd}))+|\p{Nd}+)(?:[.,'·:/\u2044\u066b\u066c]\p{Nd}+)*[\p{No}]*|(?<!\p{Nd})[.,]\p{Nd}+/gu;

/** How far around a place a number is looked for, in UTF-16 units. */
const reach = 40;

function insideNumber(text: string, at: number): boolean {
  // Looked for only where figures are near, which in most places they are not.
  if (!/[\p{N}.,-]/u.test(text.slice(Math.max(0, at - 2), at))) return false;
  if (!/\p{N}/u.test(text.slice(at, at + 2))) return false;
  const from = Math.max(0, at - reach);
  for (const { 0: number, index } of text.slice(from, at + reach).matchAll(numbers))
    if (from + index < at && from + index + number.length > at) return true;
  return false;
}

/** The code point that ends, or begins, at an offset. */
function letterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
}

function letterAt(text: string, at: number): string {
  return Array.from(text.slice(at, at + 2))[0] ?? '';
}

/**
 * Whether words may begin or end at an offset (UTF-16 units) of a text with plain signs: not within a word, not within a
 * number, and not before the `'t` that turns a word round. Scripts without spaces have borders everywhere.
 */
export function isWordBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const after = letterAt(text, at);
  if (markOnly.test(after)) return false;
  if (
    spaced.test(letterBefore(text, at)) &&
    (spaced.test(after) || /^'t(?![\p{L}\p{N}])/u.test(text.slice(at, at + 4)))
  )
    return false;
  return !insideNumber(text, at);
}
