import { isContinuingAbbreviation } from './abbreviations.ts';

/** How far back a sentence's end is searched, in UTF-16 code units: no abbreviation is longer. */
const maxEndLength = 14;

function isLowerCaseLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Before the last letters of a longer word: letters of other scripts, marks, full stops, and halves of surrogate pairs. */
const partOfWord = /[\p{L}\p{M}\p{Cs}.]/u;

/**
 * Whether a sentence starts at a UTF-16 offset in any language, as in `… rained. The …`: behind a space, a mark, and a word in lower
 * case that is no abbreviation, or a digit. A full stop behind a digit may belong to an ordinal. These are most of the starts in
 * most texts, and are found without the other rules.
 */
export function isCertainSentenceStart(text: string, offset: number): boolean {
  if (text.charCodeAt(offset - 1) !== 0x20) return false;
  const letter = text.charCodeAt(offset);
  if (letter < 0x41 || letter > 0x5a) return false;
  const mark = text.charAt(offset - 2);
  if (mark !== '.' && mark !== '!' && mark !== '?') return false;
  const wordEnd = offset - 2;
  const last = text.charCodeAt(wordEnd - 1);
  if (last >= 0x30 && last <= 0x39) return mark !== '.' && wordEnd >= 2;
  let wordStart = wordEnd;
  const limit = offset - 1 - maxEndLength;
  while (wordStart > 0 && wordStart > limit && isLowerCaseLetter(text.charCodeAt(wordStart - 1)))
    wordStart -= 1;
  // A word at the start of the text, or a very long one, needs a closer look.
  if (wordStart === wordEnd || wordStart === 0 || wordStart <= limit) return false;
  return (
    !partOfWord.test(text.charAt(wordStart - 1)) && !isContinuingAbbreviation(text.slice(wordStart, wordEnd))
  );
}
