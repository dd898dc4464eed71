import type { Source } from '../domain/base/source.ts';
import { toPrintable } from './base/printable.ts';
import { type CslType, sourceKindTraits } from './base/source-kind-traits.ts';

/** The fields of a source that a citation is made from. */
export type CitedFields = Pick<
  Source,
  'kind' | 'title' | 'author' | 'publisher' | 'publishedAt' | 'accessedAt' | 'url'
>;

interface CslDate {
  'date-parts': number[][];
}

/** The part of a CSL-JSON 1.0 item (https://docs.citationstyles.org) that a source can fill. */
export interface CslItem {
  id: string;
  type: CslType;
  title: string;
  genre?: 'Personal communication';
  author?: { literal: string }[];
  publisher?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  DOI?: string;
}

/**
 * Splits a source's author field into names, which are separated by semicolons. Names stay as they were typed: software
 * cannot distinguish a person from an organization, nor which part of a name is the family name.
 */
export function splitNames(author: string | null): string[] {
  return (author ?? '').split(';').flatMap((name) => name.trim() || []);
}

function toCslDate(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

function toCslAddress(url: string): Pick<CslItem, 'URL' | 'DOI'> {
  const doi = /^doi:(.*)$/is.exec(url)?.[1];
  return doi === undefined ? { URL: toPrintable(url) } : { DOI: toPrintable(doi) };
}

/** Converts a source to a CSL-JSON item. A person without a date of publication is dated by the day of the conversation. */
export function toCslItem(source: CitedFields, id: string): CslItem {
  const { kind, title, author, publisher, publishedAt, accessedAt, url } = source;
  const { cslType, isPerson } = sourceKindTraits[kind];
  const names = splitNames(author);
  const issued = publishedAt ?? (isPerson ? accessedAt : null);
  return {
    id,
    type: cslType,
    title: toPrintable(title),
    // Without a genre, some styles cite a personal communication as a letter.
    ...(isPerson && { genre: 'Personal communication' }),
    ...(names.length > 0 && { author: names.map((name) => ({ literal: toPrintable(name) })) }),
    ...(publisher !== null && { publisher: toPrintable(publisher) }),
    ...(issued !== null && { issued: toCslDate(issued) }),
    ...(accessedAt !== null && !isPerson && { accessed: toCslDate(accessedAt) }),
    ...(url !== null && toCslAddress(url)),
  };
}
