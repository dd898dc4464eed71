import type { Line } from '../lines/build-lines';

const words = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;
export const lastWord = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\-\u2010\u00ad]*$/u;
export const firstWord = /^[\p{L}\p{M}\p{N}]+/u;
export const endsInHyphen = /[\p{L}\p{M}\p{N}][-\u2010\u00ad]$/u;

/** The words within the lines of a document in lower case, as its author spells them, and how often each occurs. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Counts the words of a document; a word that may be split at the end of a line is left out, in both lines. */
export function buildVocabulary(lines: readonly Line[], lineTexts: ReadonlyMap<Line, string>): Vocabulary {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  let mayBeSplit = false;
  for (const line of lines) {
    const text = lineTexts.get(line) ?? '';
    const withoutFirst = mayBeSplit ? text.replace(firstWord, '') : text;
    mayBeSplit = endsInHyphen.test(text) || mayHideSoftHyphen(line);
    const whole = mayBeSplit ? withoutFirst.replace(lastWord, '') : withoutFirst;
    for (const [word] of whole.matchAll(words)) {
      const key = word.toLowerCase().replaceAll('\u2010', '-');
      count(key);
      if (key.includes('-')) key.split('-').forEach(count);
    }
  }
  return counts;
}

/** In font sizes: how wide a hyphen may be. */
const [minHyphenWidth, maxHyphenWidth] = [0.2, 0.5];

/**
 * Whether a line may end in a soft hyphen, which pdf.js leaves out of the text: the line then ends the width of a hyphen before
 * all others of a justified column.
 */
export function mayHideSoftHyphen({ right, size, bounds }: Line): boolean {
  const room = (bounds.right - right) / size;
  return bounds.isJustified && room > minHyphenWidth && room < maxHyphenWidth;
}
