import type { Line } from '../lines/lines';

const words = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;
export const lastWord = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\-\u2010\u00ad]*$/u;
export const firstWord = /^[\p{L}\p{M}\p{N}]+/u;
export const endsInHyphen = /[\p{L}\p{M}\p{N}][-\u2010\u00ad]$/u;

/** What a document shows of how its words are written: those within its lines, in lower case, and how often. */
export type Vocabulary = ReadonlyMap<string, number>;

export function vocabularyOf(lines: readonly Line[], texts: ReadonlyMap<Line, string>): Vocabulary {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  let isParted = false;
  for (const line of lines) {
    const text = texts.get(line) ?? '';
    const whole = isParted ? text.replace(firstWord, '') : text;
    isParted = endsInHyphen.test(text) || hidesHyphen(line);
    for (const [word] of (isParted ? whole.replace(lastWord, '') : whole).matchAll(words)) {
      const key = word.toLowerCase().replaceAll('\u2010', '-');
      count(key);
      if (key.includes('-')) key.split('-').forEach(count);
    }
  }
  return counts;
}

/** In sizes of the letters: how wide a hyphen may be. */
const hyphenWidth = [0.2, 0.5] as const;

/**
 * Whether a line ends in a soft hyphen: pdf.js tells nothing of those. Its place is empty, so the line ends a hyphen's width
 * before all others do.
 */
export function hidesHyphen({ right, size, edges }: Line): boolean {
  const room = (edges.right - right) / size;
  return edges.justified && room > hyphenWidth[0] && room < hyphenWidth[1];
}
