import {
  dashClass,
  doubleQuoteClass,
  singleQuoteClass,
  typographicSpaceClass,
} from './punctuation-classes.ts';

/**
 * Folds a text to its letters and numbers, in lower case and without compatibility forms (NFKC); accents stay. Each sequence of
 * other characters is replaced by the separator. For comparing titles and names, of which spaces and punctuation vary.
 */
export function foldToLetters(text: string, separator: '' | ' '): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, separator);
}

/** Characters that articles print and people type in another way. Each replacement is one code unit long. */
const variants: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[${singleQuoteClass}]`, 'g'), "'"],
  [new RegExp(`[${doubleQuoteClass}]`, 'g'), '"'],
  [new RegExp(`[${dashClass}]`, 'g'), '-'],
  [new RegExp(`[${typographicSpaceClass}\\n]`, 'g'), ' '],
];

/** A text with the plain characters of the keyboard in place of typographic quotes, dashes and spaces. No offset changes. */
export function replaceTypographicVariants(text: string): string {
  return variants.reduce((plain, [variant, typed]) => plain.replace(variant, typed), text);
}

/** Folds a text for searching: lower case, and without compatibility forms and accents. Offsets change. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase();
}

/** The words of a query, each folded by `foldForSearch`. */
export function foldQueryWords(query: string): string[] {
  return foldForSearch(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}
