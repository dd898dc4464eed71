import { unspacedScripts } from '../text/unspaced';
import { printable } from './printable';

const invisible = /\p{Cf}/gu;
const mark = /\p{M}+/gu;
const word = /[\p{L}\p{N}\p{M}]+/gu;
/** A word may begin and end at each letter of a script without spaces, and in Korean end before a particle. */
const freeLetter = new RegExp(`[${unspacedScripts}\\p{sc=Hang}]`, 'u');

/** Of one width and case, without what can't be seen; what a format can't hold becomes the sign that stands for it there. */
function plain(text: string): string {
  return printable(text).normalize('NFKC').toLowerCase().replace(invisible, '');
}

/** The words of a text as they are compared: letters of one width and case, figures, and nothing else. */
export function foldedWords(text: string): string[] {
  return (plain(text).match(word) ?? []).flatMap((found) => found.replace(mark, '') || []);
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
    for (const found of foldedWords(text)) {
      starts.push(length);
      if (freeLetter.test(found)) {
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
