import type { NamedSource } from '../../domain/proposed-evidence';
import { readAddressFields } from '../address-fields';
import { type ReferenceFields, toFieldLine } from '../reference-fields';
import { findAccessDate } from './dates';
import type { Mention } from './mentions';
import { readPerson } from './read-person';
import { findTitleBefore } from './source-titles';

export const emptySource: NamedSource = {
  ...{ kind: 'document', title: null, author: null, publisher: null, publishedAt: null },
  ...{ accessedAt: null, url: null, contact: null, confidential: false },
};

const dataFile = /\.(?:csv|tsv|xlsx?|ods|numbers|json|xml)$/i;

/** The source that a group of mentions names; `reference` is the written reference around them. */
export function readMention(
  group: readonly Mention[],
  part: string,
  reference: ReferenceFields | null,
): NamedSource {
  const [first] = group;
  if (!first || first.kind === 'contact') return { ...emptySource, ...readPerson(group, part) };
  if (reference) return { ...emptySource, ...reference };
  if (first.kind === 'file')
    return {
      ...emptySource,
      kind: dataFile.test(first.text) ? 'dataset' : 'document',
      title: toFieldLine(first.text) ?? null,
    };
  const fields = first.url === null ? null : readAddressFields(first.url);
  const title = findTitleBefore(first, part) ?? fields?.title ?? null;
  const accessedAt = findAccessDate(part.slice(first.end)) ?? null;
  return { ...emptySource, ...fields, title, accessedAt, url: first.url };
}
