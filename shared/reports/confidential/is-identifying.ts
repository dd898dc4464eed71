import { unspacedScripts } from '../../text/characters/unspaced-scripts';
import { foldedWords } from './normalize-for-search';

/** Words that tell nobody apart: what people type into a field without naming anything, and how places are written. */
const common = new Set(
  [
    'a an and any as at by for from he her his in is it no not of on or our she that the their they this to we with yes',
    'p pp page pages para paragraph paragraphs sec section sections ch chapter chapters table tables fig figure figures',
    'line lines row rows column columns vol volume no number min minute minutes sec second seconds hour hours slide sheet',
    'first second third last whole all beginning end top bottom annex appendix footnote tab cell passim ff f',
    'anonymous call conversation contact document email employee file insider interview letter mail meeting memo message',
    'name none note official person phone police report source spokesperson staff talk telephone text unknown witness',
    'confidential private secret whistleblower mr mrs ms dr sir madam na x',
  ]
    .join(' ')
    .split(' '),
);

const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');
/** What stands between the groups of one number, as of a telephone; a range or a list is several. */
const numbersInGroups = /\p{Nd}+(?:[\s()./+-]{1,4}\p{Nd}+)*/gu;
/** In figures: shorter numbers stand anywhere by chance. */
const leastNumber = 5;

/** Whether one of the words, which are folded, is none that stands in any text. */
export function areTelling(words: readonly string[]): boolean {
  return words.some((word) =>
    /^\p{N}+$/u.test(word) ? word.length >= leastNumber : !common.has(word) && /\p{L}/u.test(word),
  );
}

/** Numbers that are long enough to tell something, in whatever groups they are written. */
export function numbersIn(text: string): string[] {
  const found = text.normalize('NFKC').match(numbersInGroups) ?? [];
  return found.filter((number) => number.replace(/\P{Nd}/gu, '').length >= leastNumber);
}

/**
 * Whether a reader could learn anything from finding the text: it has at least so many letters and figures, and one word
 * that is not common or a number that is not short.
 */
export function isTelling(text: string, least: number): boolean {
  const words = foldedWords(text);
  const length = words.join('').length;
  if (length < (unspaced.test(text) ? Math.min(least, 2) : least)) return false;
  return areTelling(words) || numbersIn(text).length > 0;
}
