import { dashClass, doubleQuoteClass, singleQuoteClass, typographicSpaceClass } from './punctuation-classes';

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
