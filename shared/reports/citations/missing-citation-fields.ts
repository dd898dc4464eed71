import { browserUrl } from '../../domain/url';
import { printable } from '../printable';
import { type CitedFields, namesOf } from './csl-item';

/** The fields of a source that a style may not print. */
export type Unsaid = ('author' | 'publisher' | 'publishedAt' | 'accessedAt' | 'url')[];

/** Letters, figures and signs alone: styles add and move white space and punctuation. */
export function letters(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '').toLowerCase();
}

/** What the names of months begin with, in every style. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whether all words of the date stand among the words left; takes them out, so that two dates are not one. */
function takeDate(words: string[], date: string): boolean {
  const parts = date.split('-').map((part, at) => {
    if (at !== 1) return words.indexOf(String(Number(part)));
    const month = months[Number(part) - 1] ?? '';
    return words.findIndex((word) => word.startsWith(month));
  });
  if (parts.includes(-1)) return false;
  for (const at of parts) words[at] = '';
  return true;
}

/** What a link to the source looks like in a citation, the most telling first. */
export function addresses(url: string): string[] {
  const doi = /^doi:(.*)$/is.exec(url)?.[1];
  return (doi === undefined ? [url] : [browserUrl(url), `doi:${doi}`, doi]).map(printable);
}

/** The fields that the words of a citation do not tell. */
export function unsaidIn(text: string, source: CitedFields): Unsaid {
  const { kind, title, author, publisher, publishedAt, accessedAt, url } = source;
  const said = letters(text);
  const rest = [title, author ?? '', publisher ?? '', url ?? ''].map(printable).filter((part) => part !== '');
  const words = rest.reduce((left, part) => left.replace(part, ' '), text).split(/[^\p{L}\p{N}]+/u);
  const unsaid: Unsaid = [];
  if (namesOf(author).some((name) => !said.includes(letters(printable(name))))) unsaid.push('author');
  if (publisher !== null && !said.includes(letters(printable(publisher)))) unsaid.push('publisher');
  if (publishedAt !== null && !takeDate(words, publishedAt)) unsaid.push('publishedAt');
  // Of a person, a style prints a date and does not say that it is the day of the conversation.
  if (accessedAt !== null && (kind === 'person' || !takeDate(words, accessedAt))) unsaid.push('accessedAt');
  if (url !== null && !addresses(url).some((address) => text.includes(address))) unsaid.push('url');
  return unsaid;
}
