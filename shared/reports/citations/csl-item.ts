import type { Source } from '../../domain/source';
import { printable } from '../printable';

/** What of a source a citation is made of. */
export type CitedFields = Pick<
  Source,
  'kind' | 'title' | 'author' | 'publisher' | 'publishedAt' | 'accessedAt' | 'url'
>;

interface CslDate {
  'date-parts': number[][];
}

/** An item of CSL-JSON 1.0 (https://docs.citationstyles.org), as far as a source fills it. */
export interface CslItem {
  id: string;
  type: 'webpage' | 'document' | 'dataset' | 'personal_communication';
  title: string;
  genre?: string;
  author?: { literal: string }[];
  publisher?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  DOI?: string;
}

/** A file or a book may be anything, so it is a `document`; what a person said is no work, so it was communicated. */
const types = {
  webPage: 'webpage',
  document: 'document',
  dataset: 'dataset',
  person: 'personal_communication',
} as const satisfies Record<CitedFields['kind'], CslItem['type']>;

/**
 * The names of a source's author field, which are separated by semicolons. They stay as they were typed: a person can't be
 * told from an office, and what looks like a family name may be none.
 */
export function namesOf(author: string | null): string[] {
  return (author ?? '').split(';').flatMap((name) => name.trim() || []);
}

function cslDate(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

function where(url: string): Pick<CslItem, 'URL' | 'DOI'> {
  const doi = /^doi:(.*)$/is.exec(url)?.[1];
  return doi === undefined ? { URL: printable(url) } : { DOI: printable(doi) };
}

/** The source as an item of CSL-JSON. Of a person, the day of the conversation is the date when no other is known. */
export function cslItemOf(source: CitedFields, id: string): CslItem {
  const { kind, title, author, publisher, publishedAt, accessedAt, url } = source;
  const names = namesOf(author);
  const issued = publishedAt ?? (kind === 'person' ? accessedAt : null);
  return {
    id,
    type: types[kind],
    title: printable(title),
    // Without it a style takes it for a letter.
    ...(kind === 'person' && { genre: 'Personal communication' }),
    ...(names.length > 0 && { author: names.map((name) => ({ literal: printable(name) })) }),
    ...(publisher !== null && { publisher: printable(publisher) }),
    ...(issued !== null && { issued: cslDate(issued) }),
    ...(accessedAt !== null && kind !== 'person' && { accessed: cslDate(accessedAt) }),
    ...(url !== null && where(url)),
  };
}
