import { wordClass as is } from '../../lexicon/word-class';
import { isOf, type Token } from '../../tokens/token';
import { withNoun } from '../ranking';

/** Nouns with which "every" and the like only say how often, or count nothing: "every day", "all the time", "most people". */
const uncounted = new Set(
  'time times way ways case cases thing things bit part parts likely other effort reason chance moment right inch step turn now sort kind minute aspect of us you them it'.split(
    ' ',
  ),
);
const irregularPlurals = new Set('people children women men police voters'.split(' '));

/** Whether a word may be a noun that "every", "all" and the like count. */
export function isCounted(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    !uncounted.has(token.lower) &&
    !isOf(token, is.functionWord | is.period | is.saying | is.weekday | is.month | is.whichPeriod)
  );
}

/** The index after the noun of a phrase: the first in the plural, or the last word that may be one. */
export function withPlural(tokens: readonly Token[], at: number): number {
  const end = withNoun(tokens, at);
  for (let to = at; to < end; to += 1) if (isPlural(tokens[to])) return to + 1;
  return end;
}

/** The index after a noun in the singular with at most one word before it: "public school", but not "member voted". */
export function withSingular(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1];
  return isCounted(next) && !/(?:s|ed|ing)$/.test(next?.lower ?? '') ? at + 2 : at + 1;
}

/** Whether a noun is in the plural. */
export function isPlural(token: Token | undefined): boolean {
  return token !== undefined && (/[^s]s$/.test(token.lower) || irregularPlurals.has(token.lower));
}
