import { splitNames } from '../citations/csl-item';
import { findIdentifyingNumbers, hasIdentifyingWord } from './is-identifying';
import { normalizeWords } from './normalize-for-search';

/** In letters and digits: shorter parts of a quotation or a note could be anybody's words. */
export const minExcerptLength = 20;
/** In words: this many words of a quotation or a note in a row were copied from it. */
const ngramSize = 8;

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

/** Lists the word n-grams of a text; none for a text of a single one, which is a term as a whole already. */
function listWordNgrams(text: string): string[] {
  const words = normalizeWords(text);
  const ngramCount = Math.max(0, words.length - ngramSize + 1);
  if (ngramCount < 2) return [];
  return words
    .slice(0, ngramCount)
    .map((_, start) => words.slice(start, start + ngramSize))
    .filter((ngram) => hasIdentifyingWord(ngram) && ngram.join('').length >= minExcerptLength)
    .map((ngram) => ngram.join(' '));
}

/** Lists the parts of a quotation or a note that could be copied: its sentences and lines, and its word n-grams. */
export function listProseVariants(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+|;\s+/);
  return [...(sentences.length < 2 ? [] : sentences), ...listWordNgrams(text)];
}
