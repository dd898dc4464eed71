import { splitNames } from '#shared/reports/csl-item.ts';
import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import { isFrequentWord } from '#shared/text/common-words.ts';
import type { TermPart } from '../search/confidential-term.ts';
import { normalizeWords } from '../search/normalize-words.ts';

/** Words that identify nobody: general words in the fields of a source, and words that cite pages and lines. */
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
/** The shortest name in a script without spaces that identifies somebody, in UTF-16 code units. */
const minUnspacedLength = 2;
/** Groups of digits that form one number, such as a telephone number. A range or a list has several numbers. */
const groupedNumber = /\p{Nd}+(?:[\s()./+-]{1,4}\p{Nd}+)*/gu;
/** The fewest digits of an identifying number. Shorter numbers occur anywhere by chance. */
const minDigits = 5;

/** Whether one of the normalized words is a long number, or a word that is not common. */
export function hasIdentifyingWord(words: readonly string[]): boolean {
  return words.some((word) =>
    /^\p{N}+$/u.test(word) ? word.length >= minDigits : !commonWords.has(word) && /\p{L}/u.test(word),
  );
}

/** Finds the numbers in a text that are long enough to identify somebody, in any groups of digits. */
function findIdentifyingNumbers(text: string): string[] {
  const numbers = text.normalize('NFKC').match(groupedNumber) ?? [];
  return numbers.filter((number) => number.replace(/\P{Nd}/gu, '').length >= minDigits);
}

/**
 * Whether a text could identify somebody or something: it has at least `minLength` letters and digits (in UTF-16 code units), and a
 * long number or a word that is not common.
 */
export function isIdentifying(text: string, minLength: number): boolean {
  const words = normalizeWords(text);
  const { length } = words.join('');
  if (length < (unspacedCharacter.test(text) ? Math.min(minLength, minUnspacedLength) : minLength))
    return false;
  return hasIdentifyingWord(words) || findIdentifyingNumbers(text).length > 0;
}

/** The shortest part of a quotation or a note that counts, in letters and digits. Shorter ones could be anybody's words. */
export const minExcerptLength = 20;
/** This many consecutive words of a quotation or a note were certainly copied. */
const certainRunLength = 5;
/** This many consecutive words may have been copied. */
const possibleRunLength = 4;
/** The fewest words of a run that are not among the most frequent ones. */
const minContentWords = 2;

/** Splits a field at commas, semicolons and brackets, and returns the identifying parts. */
function listParts(text: string, isIdentifyingPart: (part: string) => boolean): string[] {
  const parts = text.split(/[;,()]/).map((part) => part.trim());
  return parts.length < 2 ? [] : parts.filter((part) => part !== '' && isIdentifyingPart(part));
}

const isNumberOrEmail = (part: string) => /[@\d]/.test(part);
const isPersonName = (part: string) => /^\p{Lu}\S+(?:\s\p{Lu}\S+)+$/u.test(part);

/** Lists a name in both orders: `Lovelace, Ada` and `Ada Lovelace`. */
function listNameOrders(name: string): string[] {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  if (given !== undefined) return [name, `${given} ${family}`];
  const [, first, last] = /^(.+)\s(\S+)$/.exec(name) ?? [];
  return last !== undefined && isPersonName(name) ? [name, `${last}, ${first}`] : [name];
}

/** Lists the forms of an author field: the whole field, and each name in both orders. */
export function listAuthorVariants(author: string): string[] {
  return [author, ...splitNames(author).flatMap(listNameOrders)];
}

/** Lists the forms of a title and the persons' names in it. The title of a person as a source is the person's name. */
export function listTitleVariants(title: string): string[] {
  return [...listNameOrders(title), ...listParts(title, isPersonName).flatMap(listNameOrders)];
}

/** Lists the forms of a contact field: the whole field, and each name, number and e-mail address in it. */
export function listContactVariants(contact: string): string[] {
  const names = listParts(contact, isPersonName).flatMap(listNameOrders);
  const numbers = findIdentifyingNumbers(contact);
  return [...listNameOrders(contact), ...listParts(contact, isNumberOrEmail), ...names, ...numbers];
}

/** Lists an address as people often write it: without its scheme, `www.` and the last slash. */
export function listAddressVariants(url: string): string[] {
  const bare = url
    .replace(/^(?:https?:\/\/|mailto:|doi:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
  return [bare];
}

/** Lists the parts of a title that look like the name of a person: `The ledger (Wren Ibbotson)`. */
export function listPersonNames(title: string): string[] {
  return listParts(title, isPersonName);
}

/**
 * Lists the runs of words of a quotation or a note. Five consecutive words are a certain leak, unless anybody could use them in this
 * order, such as `at the end of the`. These, and runs of four, are possible leaks.
 */
export function listWordRuns(text: string): Pick<TermPart, 'text' | 'level'>[] {
  const words = normalizeWords(text);
  const isContent = words.map((word) => !isFrequentWord(word) && hasIdentifyingWord([word]));
  const runs: Pick<TermPart, 'text' | 'level'>[] = [];
  for (const length of [certainRunLength, possibleRunLength])
    for (let start = 0; start + length <= words.length; start += 1) {
      let contentCount = 0;
      for (let at = start; at < start + length; at += 1) if (isContent[at] === true) contentCount += 1;
      if (length < certainRunLength && contentCount < minContentWords) continue;
      const isCertain = length === certainRunLength && contentCount >= minContentWords;
      runs.push({
        text: words.slice(start, start + length).join(' '),
        level: isCertain ? 'certain' : 'possible',
      });
    }
  return runs;
}

/** Lists the sentences and lines of a quotation or a note that has several. */
export function listSentences(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+|;\s+/);
  return sentences.length < 2 ? [] : sentences;
}
