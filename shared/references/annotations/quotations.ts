import type { Found } from './locators';
import type { Mention } from './mentions';

/** Shorter words in quotation marks, in UTF-16 code units, are a term and not a quotation. */
const minQuoteLength = 12;
const quotation = /“([^“”\n]+)”|„([^“”„\n]+)[“”]|«\s?([^«»\n]+?)\s?»|"([^"\n]+)"/g;

/** Finds the words in quotation marks that are a quotation and not the name of a file. */
export function findQuotes(part: string, mentions: readonly Mention[]): Found[] {
  return Array.from(part.matchAll(quotation), ({ 0: whole, 1: a, 2: b, 3: c, 4: d, index }) => {
    return { start: index, end: index + whole.length, text: (a ?? b ?? c ?? d ?? '').trim() };
  }).filter(
    ({ start, end, text }) =>
      text.length >= minQuoteLength &&
      /\s/.test(text) &&
      !mentions.some((mention) => mention.start < end && start < mention.end),
  );
}
