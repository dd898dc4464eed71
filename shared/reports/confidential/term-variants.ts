import { namesOf } from '../citations/csl-item';
import { areTelling, numbersIn } from './is-identifying';
import { foldedWords } from './normalize-for-search';

/** In letters and figures: a shorter part of a quotation or a note could be anybody's. */
export const leastOfPart = 20;
/** In words: so many of a quotation or a note in a row are copied from it. */
const wordsInRow = 8;

/** Parts of a field that tell as much as the whole. */
function parts(text: string, isPart: (part: string) => boolean): string[] {
  const all = text.split(/[;,()]/).map((part) => part.trim());
  return all.length < 2 ? [] : all.filter((part) => part !== '' && isPart(part));
}

const numberOrAddress = (part: string) => /[@\d]/.test(part);
const personsName = (part: string) => /^\p{Lu}\S+(?:\s\p{Lu}\S+)+$/u.test(part);

/** `Lovelace, Ada` also as `Ada Lovelace`, and that also with the family name first. */
function turned(name: string): string[] {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  if (given !== undefined) return [name, `${given} ${family}`];
  const [, first, last] = /^(.+)\s(\S+)$/.exec(name) ?? [];
  return last !== undefined && personsName(name) ? [name, `${last}, ${first}`] : [name];
}

/** Names of an author field, each either way round. */
export function authorForms(author: string): string[] {
  return [author, ...namesOf(author).flatMap(turned)];
}

/** A title, and the names of persons in it: that of a person is the title. */
export function titleForms(title: string): string[] {
  return [...turned(title), ...parts(title, personsName).flatMap(turned)];
}

/** How a source is reached: as a whole, and each name, number and address in it. */
export function contactForms(contact: string): string[] {
  const names = parts(contact, personsName).flatMap(turned);
  return [...turned(contact), ...parts(contact, numberOrAddress), ...names, ...numbersIn(contact)];
}

/** An address as it is printed and said: without its scheme, and without what is left out before its host. */
export function addressForms(url: string): string[] {
  const bare = url
    .replace(/^(?:https?:\/\/|mailto:|doi:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
  return [bare];
}

/** Every run of words of the text that is as long as a copied one; none of a text that is no longer. */
function runsOf(text: string): string[] {
  const words = foldedWords(text);
  const starts = Math.max(0, words.length - wordsInRow + 1);
  return starts < 2
    ? []
    : words
        .slice(0, starts)
        .map((_, at) => words.slice(at, at + wordsInRow))
        .filter((run) => areTelling(run) && run.join('').length >= leastOfPart)
        .map((run) => run.join(' '));
}

/** Parts of quoted words or a note: its sentences and lines, and whatever of it could be copied. */
export function proseForms(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+|;\s+/);
  return [...(sentences.length < 2 ? [] : sentences), ...runsOf(text)];
}
