import { isNameParticle } from '#shared/text/name-particles.ts';
import type { LanguageRules } from './languages.ts';

/** How much text on each side of a position the rules look at, in UTF-16 code units: the bound keeps long texts in linear time. */
export const reach = 64;

/** A position within a line at which a sentence may end. */
export interface BreakPosition {
  /** The end of the text before the position, without white space behind it; at most `reach` long. */
  before: string;
  /** The text after the position, without white space before it; at most `reach` long. */
  after: string;
  /** Whether `before` is all that the sentence has up to the position. */
  isWhole: boolean;
  /** Whether white space stands at the position. */
  isSpaced: boolean;
  language: LanguageRules;
}

/** Quotation marks, brackets, inverted marks and dashes with which a sentence may open. */
const opening = /^["'“”‘’„‚«»‹›(¿¡\-\u2010-\u2015\s]+/;
const openingMark = /^["“‘„‚«»¿¡]/;
const firstWord = /^\p{L}[\p{L}\p{M}]*/u;
const initial = /^\p{L}\.(?!\.)/u;
const capitalizedNext = /^\s+\p{Lu}/u;

/** The text after a position without what may open a sentence before its first word. */
export function skipOpening(after: string): string {
  return after.replace(opening, '');
}

/** Whether the text after a position starts with a quotation mark or an inverted mark. */
export function startsWithMark({ after }: BreakPosition): boolean {
  return openingMark.test(after);
}

/**
 * Whether the text after a position starts with a word that often starts sentences, and that is not part of a name, as in
 * `J. De Vries` or `A. B. Keld`.
 */
export function startsWithOpener({ after, language }: BreakPosition): boolean {
  const text = skipOpening(after);
  const word = firstWord.exec(text)?.[0];
  if (word === undefined || initial.test(text)) return false;
  const lower = word.toLowerCase();
  if (!language.openers.has(lower)) return false;
  const isName =
    language.name !== 'de' &&
    isNameParticle(lower, 'sentence') &&
    capitalizedNext.test(text.slice(word.length));
  return !isName;
}
