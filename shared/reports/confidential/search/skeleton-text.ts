import { toSkeleton } from './confusables';
import type { SearchedText } from './multi-pattern-search';
import { listNormalizedWords, type NormalizedWord } from './normalize-words';

/** A text in which confusable characters are equal (UTS #39), and the words that it was made from. */
export interface SkeletonText extends SearchedText {
  words: readonly NormalizedWord[];
  /** The offset of each word in `characters`. */
  wordStarts: readonly number[];
}

/** Makes the skeleton of a text. It is only searched where a word is disguised, because ordinary words can be equal in it. */
export function createSkeletonText(text: string): SkeletonText {
  const words = listNormalizedWords(text);
  const skeletons = words.map(({ characters, folded }) => toSkeleton(folded ?? characters));
  const characters = skeletons.join('');
  const boundaries = new Uint8Array(characters.length + 1);
  const capitals = new Uint8Array(characters.length + 1);
  const wordStarts: number[] = [];
  let offset = 0;
  for (const [index, { length }] of skeletons.entries()) {
    wordStarts.push(offset);
    boundaries[offset] = 1;
    capitals[offset] = words[index]?.isCapital === true ? 1 : 0;
    offset += length;
  }
  boundaries[offset] = 1;
  return { characters, boundaries, capitals, words, wordStarts };
}

/** The words that an occurrence touches, and the index of the first of them. */
export function listWordsAt(
  { words, wordStarts }: SkeletonText,
  offset: number,
  length: number,
): { first: number; words: NormalizedWord[] } {
  let low = 0;
  let high = wordStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((wordStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  let end = low;
  while (end < words.length && (wordStarts[end] ?? 0) < offset + length) end += 1;
  return { first: low, words: words.slice(low, end) };
}
