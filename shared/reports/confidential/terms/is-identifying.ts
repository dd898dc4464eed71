import { unspacedScriptClass } from '../../../text/characters/unspaced-scripts';
import { normalizeWords } from '../search/normalize-words';

/** Words that identify nobody: what people type into a field without naming anyone, and how pages and lines are cited. */
const commonWords = new Set(
  [
    'a an and any as at by for from he her his in is it no not of on or our she that the their they this to we with yes',
    'p pp page pages para paragraph paragraphs sec section sections ch chapter chapters table tables fig figure figures',
    'line lines row rows column columns vol volume no number min minute minutes sec second seconds hour hours slide sheet',
    'first second third last whole all beginning end top bottom annex appendix footnote tab cell passim ff f',
    'anonymous call conversation contact document email employee file insider interview letter mail meeting memo message',
    'name none note official person phone police report source spokesperson staff talk telephone text unknown unnamed untitled witness',
    'confidential private secret whistleblower mr mrs ms dr sir madam na x',
  ]
    .join(' ')
    .split(' '),
);

const unspacedCharacter = new RegExp(`[${unspacedScriptClass}]`, 'u');
/** Names in scripts without spaces identify somebody from this length on, in UTF-16 code units. */
const minUnspacedLength = 2;
/** Groups of digits that make one number, such as a telephone number. A range or a list is several numbers. */
const groupedNumber = /\p{Nd}+(?:[\s()./+-]{1,4}\p{Nd}+)*/gu;
/** How many digits an identifying number has: shorter numbers occur anywhere by chance. */
const minDigits = 5;

/** Whether one of the normalized words is a long number, or a word that is not common. */
export function hasIdentifyingWord(words: readonly string[]): boolean {
  return words.some((word) =>
    /^\p{N}+$/u.test(word) ? word.length >= minDigits : !commonWords.has(word) && /\p{L}/u.test(word),
  );
}

/** Finds the numbers in a text that are long enough to identify somebody, in whatever groups they are written. */
export function findIdentifyingNumbers(text: string): string[] {
  const numbers = text.normalize('NFKC').match(groupedNumber) ?? [];
  return numbers.filter((number) => number.replace(/\P{Nd}/gu, '').length >= minDigits);
}

/**
 * Whether a reader could identify somebody or something by a text: it has at least `minLength` letters and digits (in UTF-16
 * code units), and a word that is not common or a long number.
 */
export function isIdentifying(text: string, minLength: number): boolean {
  const words = normalizeWords(text);
  const { length } = words.join('');
  if (length < (unspacedCharacter.test(text) ? Math.min(minLength, minUnspacedLength) : minLength))
    return false;
  return hasIdentifyingWord(words) || findIdentifyingNumbers(text).length > 0;
}
