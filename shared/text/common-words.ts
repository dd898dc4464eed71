import words from './common-words.json';

/**
 * Words that a text may hold by chance, although a name has them too: frequent given names (`John`) and surnames (`Baker`), and
 * the words of offices (`Ministry`). The rarest of them is about 1 word in a million of spoken English, so the list is as long
 * as the search needs to be quiet, and short enough that most surnames are not in it. A missing word only makes the search
 * stricter.
 */
let common: ReadonlySet<string> | null = null;
let frequent: ReadonlySet<string> | null = null;

/** Whether a normalized word is among the most frequent ones of a language: `may`, `will`, `nicht`. */
export function isFrequentWord(word: string): boolean {
  frequent ??= new Set(words.frequent.split(' '));
  return frequent.has(word);
}

/** Whether a normalized word is in general use, so that it may occur by chance. */
export function isCommonWord(word: string): boolean {
  common ??= new Set(words.common.split(' '));
  return common.has(word) || isFrequentWord(word);
}
