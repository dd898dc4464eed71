import { unpackParts } from '../../../../../renderer/importer/unpack-parts';
import { findMainPart, findRelatedParts } from '../../../../../renderer/importer/word/office-package';

type PartName = 'main' | 'footnotes' | 'endnotes' | 'comments';

/** Opens the parts of a Word file that hold text; null for those that it does not have. */
export function openParts(bytes: Uint8Array): Record<PartName, Document | null> {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) throw new Error('the file is damaged');
  const { parts } = unpacked;
  const main = findMainPart(parts);
  const open = (name: string | undefined) => {
    const xml = parts.get(name ?? '');
    return xml === undefined ? null : new DOMParser().parseFromString(xml, 'application/xml');
  };
  const openRelated = (type: string) => open(findRelatedParts(parts, main, type)[0]);
  return {
    main: open(main),
    footnotes: openRelated('footnotes'),
    endnotes: openRelated('endnotes'),
    comments: openRelated('comments'),
  };
}

/** The elements of a name that are signed by an author. */
export function listSigned(document: Document | null, name: string, author: string): Element[] {
  return Array.from(document?.getElementsByTagNameNS('*', name) ?? []).filter((element) =>
    Array.from(element.attributes).some(({ localName, value }) => localName === 'author' && value === author),
  );
}
