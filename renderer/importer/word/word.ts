import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import { formatAnnotation } from '../../../shared/import/annotations/annotation';
import { toAnnotation } from '../../../shared/import/comments/comment-claims';
import { getExtension } from '../../../shared/import/file-signatures';
import type { DocumentText } from '../../../shared/quotes/document-text';
import type { Format, InputFile } from '../format';
import { type PackageParts, readContentTypes, unpackParts } from '../unpack-parts';
import { parseXml } from '../xml';
import { readPageLines } from './document/page-lines';
import { openWordDocument } from './document/word-document';
import { findMainPart, findRelatedParts, readRelationships } from './office-package';
import { readParagraphTexts } from './paragraph-texts';
import { readWordDraft } from './word-draft';
import { refuseProtected } from './word-problems';

const extensions = ['docx', 'docm', 'dotx', 'dotm'];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** An OLE compound file: the format of old Office files, and of new ones with a password ([MS-OFFCRYPTO] 2.3). */
const compoundFileSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encryptedPackageName = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Whether a file is an Office document protected by a password. */
function isProtected(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, compoundFileSignature)) return false;
  const [first = 0] = encryptedPackageName;
  let offset = bytes.indexOf(first);
  while (offset !== -1) {
    const candidate = bytes.subarray(offset, offset + encryptedPackageName.length);
    if (startsWith(candidate, encryptedPackageName)) return true;
    offset = bytes.indexOf(first, offset + 1);
  }
  return false;
}

/** Whether a file is a Word document, even a damaged one. */
function isWord({ origin, bytes }: InputFile): boolean {
  if (isProtected(bytes)) return true;
  if (!startsWith(bytes, [0x50, 0x4b])) return false;
  return (
    extensions.includes(getExtension(origin.name ?? '')) ||
    readContentTypes(bytes).includes('wordprocessingml')
  );
}

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
function readWordText({ bytes }: InputFile): DocumentText {
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

/**
 * Word documents since 2007 (ECMA-376, transitional and strict), with macros or without; macros are not read. `word-draft.ts` names
 * the stages.
 */
export const word: Format = {
  matches: isWord,
  readDraft: (file) => (isProtected(file.bytes) ? refuseProtected(file.origin.name) : readWordDraft(file)),
  readText: (file) =>
    isProtected(file.bytes)
      ? { state: 'unreadable', why: 'The file is protected by a password.' }
      : readWordText(file),
};
