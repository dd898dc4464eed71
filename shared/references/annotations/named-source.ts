import type { NamedSource } from '../../domain/proposed-evidence';
import { readAddressFields } from '../address-fields';
import { type ReferenceFields, toFieldLine } from '../reference-fields';
import type { Mention } from './mentions';
import { findNames, mask } from './people';
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
  if (!first || first.kind === 'contact') return readPerson(group, part);
  if (reference) return { ...emptySource, ...reference };
  if (first.kind === 'file')
    return {
      ...emptySource,
      kind: dataFile.test(first.text) ? 'dataset' : 'document',
      title: toFieldLine(first.text) ?? null,
    };
  const fields = first.url === null ? null : readAddressFields(first.url);
  const title = findTitleBefore(first, part) ?? fields?.title ?? null;
  return { ...emptySource, ...fields, title, url: first.url };
}

/** A person is confidential until the checker says otherwise. */
function readPerson(group: readonly Mention[], part: string): NamedSource {
  const [first] = group;
  const names = findNames(group.reduce((rest, { start, end }) => mask(rest, start, end), part));
  const start = first?.start ?? 0;
  const name = names.findLast(({ end }) => end <= start) ?? names[0];
  const contact = toFieldLine(group.map(({ text }) => text).join(', ')) ?? null;
  return { ...emptySource, kind: 'person', title: name?.text ?? null, contact, confidential: true };
}
