import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import { formatAnnotation } from '../../../shared/import/annotations/annotation';
import { toAnnotation } from '../../../shared/import/comments/comment-thread';
import type { DocumentText } from '../../../shared/quotes/document-text';
import type { InputFile } from '../format';
import { parseXml } from '../xml';
import { type PackageParts, unpackParts } from '../zip/unpack-parts';
import { readPageLines } from './document/page-lines';
import { openWordDocument } from './document/word-document';
import { findMainPart, findRelatedParts, readRelationships } from './package/office-package';
import { readParagraphTexts } from './paragraph-texts';

/** The types of relationship to the parts that hold properties of the file. */
const propertyRelationships = ['core-properties', 'extended-properties', 'custom-properties'];

/** Reads page headers and footers, properties, and addresses of links. */
function readTextsBeside(parts: PackageParts): string[] {
  const main = findMainPart(parts);
  const properties = propertyRelationships
    .flatMap((type) => findRelatedParts(parts, '', type))
    .flatMap((name) => Array.from(parseXml(parts.get(name))?.children ?? []))
    .map((property) => (property.textContent ?? '').trim());
  const addresses = [
    main,
    ...['footnotes', 'endnotes'].flatMap((type) => findRelatedParts(parts, main, type)),
  ]
    .flatMap((name) => readRelationships(parts, name))
    .filter(({ isExternal }) => isExternal)
    .map(({ target }) => target);
  return [...readPageLines(parts).flat(), ...properties, ...addresses];
}

const reasons: Record<ZipFault['kind'], string> = {
  damaged: 'The file is damaged.',
  protected: 'The file is protected by a password.',
  hostile: 'The file is built to do harm.',
};

/**
 * Reads all text of a Word document for a search: tracked changes accepted, notes after the text; comments and properties
 * beside it.
 */
export function readWordText({ bytes }: InputFile): DocumentText {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return { state: 'unreadable', why: reasons[unpacked.fault.kind] };
  const { parts } = unpacked;
  const document = openWordDocument(parts);
  if (document === 'none') return { state: 'noText' };
  if (document === 'damaged') return { state: 'unreadable', why: reasons.damaged };
  const comments = document.comments.threads.map((thread) => formatAnnotation(toAnnotation(thread)) ?? '');
  return {
    state: 'read',
    pages: [document.stories.flatMap(({ root }) => readParagraphTexts(root)).join('\n')],
    paged: false,
    beside: [...comments, ...readTextsBeside(parts)].filter((text) => text !== ''),
  };
}
