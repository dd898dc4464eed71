import { isFrequentWord } from '../../../text/common-words';
import { splitNames } from '../../citations/csl-item';
import { normalizeWords } from '../search/normalize-words';
import { findIdentifyingNumbers, hasIdentifyingWord } from './is-identifying';
import type { TermPart } from './term-part';

/** In letters and digits: shorter parts of a quotation or a note could be anybody's words. */
export const minExcerptLength = 20;
/** In words: this many words of a quotation or a note in a row were copied from it. */
const certainRunLength = 5;
/** In words: this many in a row may have been copied. */
const possibleRunLength = 4;
/** Words of a run that are not among the most frequent ones. */
const minContentWords = 2;

/** Splits a field at commas, semicolons and brackets, and returns the parts that identify as much as the whole. */
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

/** Lists the forms of a title, and the names of persons in it: the title of a person is the person's name. */
export function listTitleVariants(title: string): string[] {
  return [...listNameOrders(title), ...listParts(title, isPersonName).flatMap(listNameOrders)];
}

/** Lists the forms of a contact field: the whole field, and each name, number and e-mail address in it. */
export function listContactVariants(contact: string): string[] {
  const names = listParts(contact, isPersonName).flatMap(listNameOrders);
  const numbers = findIdentifyingNumbers(contact);
  return [...listNameOrders(contact), ...listParts(contact, isNumberOrEmail), ...names, ...numbers];
}

/** Lists the form in which people write an address: without its scheme, `www.` and the last slash. */
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
 * Lists the runs of words of a quotation or a note. Five words in a row were copied from it, unless they are words that anybody
 * uses in this order, such as `at the end of the`; these and runs of four are possible leaks. Offsets are not kept: a run is
 * found anywhere.
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
