import { toBrowserUrl } from '../../domain/primitives';
import { toPrintable } from '../printable';
import { sourceKindTraits } from '../source-kind-traits';
import { type CitedFields, splitNames } from './csl-item';

/** The fields of a source that its citation does not print. */
export type MissingFields = ('author' | 'publisher' | 'publishedAt' | 'accessedAt' | 'url')[];

/** Removes white space, punctuation and case from a text to compare it: citation styles add and move all three. */
export function stripPunctuation(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '').toLowerCase();
}

/** How the names of the months begin in every style. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Finds all parts of a date among the remaining words of a citation and removes them, so that one printed date does not
 * count for two fields. Returns whether all parts were found.
 */
function removeDate(words: string[], date: string): boolean {
  const indexes = date.split('-').map((part, index) => {
    if (index !== 1) return words.indexOf(String(Number(part)));
    const month = months[Number(part) - 1] ?? '';
    return words.findIndex((word) => word.startsWith(month));
  });
  if (indexes.includes(-1)) return false;
  for (const index of indexes) words[index] = '';
  return true;
}

/** Lists the forms in which a citation may print an address, the longest first. */
export function listAddressForms(url: string): string[] {
  const doi = /^doi:(.*)$/is.exec(url)?.[1];
  return (doi === undefined ? [url] : [toBrowserUrl(url), `doi:${doi}`, doi]).map(toPrintable);
}

/** Finds the fields of a source that the text of its citation does not print. */
export function findMissingFields(text: string, source: CitedFields): MissingFields {
  const { kind, title, author, publisher, publishedAt, accessedAt, url } = source;
  const printed = stripPunctuation(text);
  const isPrinted = (field: string) => printed.includes(stripPunctuation(toPrintable(field)));
  const fields = [title, author ?? '', publisher ?? '', url ?? ''].map(toPrintable);
  // Numbers in other fields are no dates.
  const words = fields
    .filter((field) => field !== '')
    .reduce((rest, field) => rest.replace(field, ' '), text)
    .split(/[^\p{L}\p{N}]+/u);
  const missing: MissingFields = [];
  if (!splitNames(author).every(isPrinted)) missing.push('author');
  if (publisher !== null && !isPrinted(publisher)) missing.push('publisher');
  if (publishedAt !== null && !removeDate(words, publishedAt)) missing.push('publishedAt');
  // A style that prints the date of a conversation does not say that it is the day of the conversation.
  if (accessedAt !== null && (sourceKindTraits[kind].isPerson || !removeDate(words, accessedAt)))
    missing.push('accessedAt');
  if (url !== null && !listAddressForms(url).some((form) => text.includes(form))) missing.push('url');
  return missing;
}
