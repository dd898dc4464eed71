import { unspacedScriptClass } from '../../text/characters/unspaced-scripts';
import { toPrintable } from '../printable';

const ascii = /^[\t\n -~]*$/;
const asciiWord = /[a-z0-9]+/g;
const word = /[\p{L}\p{N}\p{M}]+/gu;
const invisible = /\p{Cf}/gu;
const marks = /\p{M}+/gu;
/**
 * Characters at which a word may begin and end anywhere: those of scripts without spaces, and those of Korean, where
 * particles follow a word without a space.
 */
const unspacedCharacter = new RegExp(`[${unspacedScriptClass}\\p{sc=Hang}]`, 'u');

/**
 * Splits a text into words in the form in which they are compared: letters and digits alone, in one width (NFKC) and case,
 * without marks. Characters that a report can't hold separate words, because `toPrintable` replaces them by symbols.
 */
export function normalizeWords(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  const plain = toPrintable(text).normalize('NFKC').toLowerCase().replace(invisible, '');
  const words = plain.match(word) ?? [];
  return plain.search(marks) === -1 ? words : words.flatMap((found) => found.replace(marks, '') || []);
}

/**
 * Texts in the form in which they are searched: all letters and digits one after the other, because spaces and punctuation
 * change too easily. Offsets and lengths are in UTF-16 code units.
 */
export interface SearchText {
  characters: string;
  /** 1 at each offset where a word may begin or end, else 0. */
  boundaries: Uint8Array;
  /** The offset where each of the texts ends. */
  textEnds: number[];
}

/** Normalizes texts for the search and concatenates them. Takes time linear in their length. */
export function normalizeForSearch(texts: readonly string[]): SearchText {
  const words: string[] = [];
  const boundaryOffsets: number[] = [];
  const textEnds: number[] = [];
  let length = 0;
  for (const text of texts) {
    const isUnspaced = !ascii.test(text) && unspacedCharacter.test(text);
    for (const found of normalizeWords(text)) {
      boundaryOffsets.push(length);
      if (isUnspaced) {
        let offset = length;
        for (const character of found) {
          if (unspacedCharacter.test(character)) boundaryOffsets.push(offset, offset + character.length);
          offset += character.length;
        }
      }
      words.push(found);
      length += found.length;
    }
    textEnds.push(length);
  }
  const boundaries = new Uint8Array(length + 1);
  for (const offset of boundaryOffsets) boundaries[offset] = 1;
  boundaries[length] = 1;
  return { characters: words.join(''), boundaries, textEnds };
}
