import { unspacedScripts } from '../../text/characters/unspaced-scripts';
import { printable } from '../printable';

const ascii = /^[\t\n -~]*$/;
const asciiWord = /[a-z0-9]+/g;
const word = /[\p{L}\p{N}\p{M}]+/gu;
const invisible = /\p{Cf}/gu;
const mark = /\p{M}+/gu;
/** A word may begin and end at each letter of a script without spaces, and in Korean end before a particle. */
const freeLetter = new RegExp(`[${unspacedScripts}\\p{sc=Hang}]`, 'u');

/**
 * The words of a text as they are compared: letters of one width and case, figures, and nothing else. What a format can't
 * hold is, as there, a sign between words.
 */
export function foldedWords(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  const plain = printable(text).normalize('NFKC').toLowerCase().replace(invisible, '');
  const words = plain.match(word) ?? [];
  return plain.search(mark) === -1 ? words : words.flatMap((found) => found.replace(mark, '') || []);
}

/**
 * Texts as they are searched: their letters and figures in a row, since spaces and punctuation change too easily. `borders`
 * is 1 where a word may begin or end before the letter of that offset; `ends` holds where each text ends. In UTF-16 units.
 */
export interface Folded {
  letters: string;
  borders: Uint8Array;
  ends: number[];
}

/** Folds texts, one after the other. Takes time in line with their length. */
export function folded(texts: readonly string[]): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let length = 0;
  for (const text of texts) {
    const isFree = !ascii.test(text) && freeLetter.test(text);
    for (const found of foldedWords(text)) {
      starts.push(length);
      if (isFree) {
        let at = length;
        for (const letter of found) {
          if (freeLetter.test(letter)) starts.push(at, at + letter.length);
          at += letter.length;
        }
      }
      parts.push(found);
      length += found.length;
    }
    ends.push(length);
  }
  const borders = new Uint8Array(length + 1);
  for (const start of starts) borders[start] = 1;
  borders[length] = 1;
  return { letters: parts.join(''), borders, ends };
}
