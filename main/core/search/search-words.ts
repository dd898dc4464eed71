import { foldForSearch } from '../../../shared/text/characters/folding';
import type { Span } from '../../../shared/text/span';

/** Scripts that put no spaces between words: there each character is searched as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const spacedWord = /[\p{L}\p{N}\p{M}]+/gu;
const anyWord = new RegExp(`${unspaced.source}\\p{M}*|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Words are indexed up to this length, in UTF-16 code units; longer ones with the same beginning count as the same word. */
const maxWordLength = 64;

const plainWord = /^[a-z0-9]*$/i;

/** The folded form of words that were folded before: texts repeat their words. */
const folded = new Map<string, string>();
const maxFolded = 50_000;

function foldWord(word: string): string {
  // By far the most frequent ones.
  if (plainWord.test(word)) return word.toLowerCase().slice(0, maxWordLength);
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= maxFolded) folded.clear();
  const made = foldForSearch(word).slice(0, maxWordLength);
  folded.set(word, made);
  return made;
}

const getPattern = (text: string) => (unspaced.test(text) ? anyWord : spacedWord);

/** The words of a text as the index has them: without case, accents and compatibility forms, in order, repeated as they are. */
export function listSearchWords(text: string): string[] {
  return (text.match(getPattern(text)) ?? []).map(foldWord).filter((word) => word !== '');
}

export interface FoundWord {
  /** As the index has it. */
  word: string;
  /** In UTF-16 offsets of the text. */
  span: Span;
}

/** Finds the wanted words in a text, in order; at most `max`. */
export type FindWords = (text: string, max: number) => FoundWord[];

/** Words of scripts with spaces that begin with one of these ASCII letters or digits, or with any other character. */
const beginningWith = (letters: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])(?:[${letters}]|(?![\\0-\\x7f])[\\p{L}\\p{N}\\p{M}])[\\p{L}\\p{N}\\p{M}]*`,
    'giu',
  );

/**
 * Prepares the search of several texts for words as the index has them. Words that begin with another letter are not even looked at,
 * because twenty articles are searched at each key press.
 */
export function createWordFinder(wanted: ReadonlyMap<string, unknown>): FindWords {
  const letters = new Set(Array.from(wanted.keys(), ([letter = '']) => letter));
  const beginnings = beginningWith(
    Array.from(letters)
      .filter((letter) => plainWord.test(letter))
      .join(''),
  );
  return (text, max) => {
    const found: FoundWord[] = [];
    for (const { 0: written, index } of text.matchAll(unspaced.test(text) ? anyWord : beginnings)) {
      const word = foldWord(written);
      if (word === '' || !wanted.has(word)) continue;
      found.push({ word, span: { start: index, end: index + written.length } });
      if (found.length >= max) break;
    }
    return found;
  };
}
