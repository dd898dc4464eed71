import type { Line } from '../lines/build-lines';

const words = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu;
export const lastWord = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\-\u2010\u00ad]*$/u;
export const firstWord = /^[\p{L}\p{M}\p{N}]+/u;
export const endsInHyphen = /[\p{L}\p{M}\p{N}][-\u2010\u00ad]$/u;
/** A part of a word at the end of a cell, where it may be split as at the end of a line. */
const splitInCell = /[\p{L}\p{M}\p{N}]+[-\u2010](?=\s)/gu;
/** A hyphen that stands apart within a line, as a dash does, and one at its end, which may have been moved from its word. */
const hyphenApart = /(?<=\p{L}) -(?=\s)/gu;
const lastHyphenApart = /(?<=\p{L}) -$/u;

/** The words within the lines of a document in lower case, as its author spells them, and how often each occurs. */
export type Vocabulary = ReadonlyMap<string, number>;

/**
 * Closes up a hyphen that stands apart at the end of a line, unless it is a dash: a capital letter follows, or the document has
 * hyphens that stand apart within its lines.
 */
export function closeUpHyphen(line: string, after: string, vocabulary: Vocabulary): string {
  return vocabulary.has(' -') || !/^\p{Ll}/u.test(after) ? line : line.replace(lastHyphenApart, '-');
}

/** Counts the words of a document, and ` -` for hyphens that stand apart; a word that may be split at the end of a line is left out, in both lines. */
export function buildVocabulary(lines: readonly Line[], lineTexts: ReadonlyMap<Line, string>): Vocabulary {
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  let mayBeSplit = false;
  for (const line of lines) {
    const text = (lineTexts.get(line) ?? '').replace(lastHyphenApart, '-');
    for (const [apart] of text.matchAll(hyphenApart)) count(apart);
    const withoutFirst = mayBeSplit ? text.replace(firstWord, '') : text;
    mayBeSplit = endsInHyphen.test(text);
    const whole = mayBeSplit ? withoutFirst.replace(lastWord, '') : withoutFirst;
    for (const [word] of whole.replace(splitInCell, '').matchAll(words)) {
      const key = word.toLowerCase().replaceAll('\u2010', '-');
      count(key);
      if (key.includes('-')) key.split('-').forEach(count);
    }
  }
  return counts;
}
