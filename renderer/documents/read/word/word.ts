import type { ZipFault } from '#renderer/documents/zip/checked-entries.ts';
import { createRemovedWordsRemark, formatAnnotation } from '#shared/import/base/annotation.ts';
import { toAnnotation } from '#shared/import/base/comment-claims.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import { type ImportedBlock, joinBlocks, removeNoteReferences } from '#shared/import/base/imported-blocks.ts';
import { refuse, refuseEmpty } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import { isCompoundFile } from '../base/compound-file.ts';
import { getExtension } from '../base/file-signatures.ts';
import type { Format, InputFile } from '../base/format.ts';
import {
  type PackageParts,
  readContentTypes,
  refuseProtected,
  refuseZipFault,
  unpackParts,
} from '../base/unpack-parts.ts';
import { findChild, parseXml } from '../base/xml.ts';
import { createDocumentDraft, type FileProperties } from '../flow/document-draft.ts';
import { type BuiltBlocks, buildBlocks } from './build-blocks.ts';
import { findLanguage } from './document/languages.ts';
import { findMainPart, findRelatedParts, readRelationships } from './document/office-package.ts';
import { getChangeSignature } from './document/own-changes.ts';
import { readParagraphTexts } from './document/paragraph-texts.ts';
import { haveLegalLine, listOwnNotes, openWordDocument, readPageLines } from './document/word-document.ts';
import { listThreads, locateComments, separateReturned } from './locate-comments.ts';
import type { Anchor } from './reading/inlines.ts';
import { readDocument } from './reading/read-document.ts';
import { ReadingState, type RemovedWords } from './reading/reading-state.ts';

/** The words of a block alone: without its number and without references to notes. */
function removeFromBlock(block: ImportedBlock, labelLength: number): ImportedBlock {
  return { ...block, text: removeNoteReferences(block).slice(labelLength), marks: [] };
}

/**
 * The words of the blocks from which title and byline are chosen, and those with the style of a title, of authors or of a date. A date
 * counts only among the title and the authors at the start: letters have that style as well.
 */
function removeApparatus({ blocks, roles, labelLengths }: BuiltBlocks) {
  const words = blocks.map((block) => removeFromBlock(block, labelLengths.get(block) ?? 0));
  const listWords = (role: 'title' | 'author' | 'date') =>
    words.flatMap(({ text }, index) => {
      const block = blocks[index];
      return block && roles.get(block) === role ? [collapseWhitespace(text)] : [];
    });
  const top = blocks.findIndex((block) => !roles.has(block));
  const dateIndex = blocks.findIndex((block) => roles.get(block) === 'date');
  const isAtStart = dateIndex > 0 && (top === -1 || dateIndex < top);
  return {
    blocks: words,
    title: listWords('title')[0] ?? null,
    author: listWords('author').join(', '),
    date: isAtStart ? (listWords('date')[0] ?? null) : null,
  };
}

/** Reads the properties of a file (ECMA-376, part 2: 11). */
function readProperties(properties: Element | null): FileProperties & { language: string } {
  const read = (name: string) => collapseWhitespace(findChild(properties, name)?.textContent ?? '');
  return { title: read('title'), creator: read('creator'), language: read('language') };
}

/** Counts the tracked changes that are accepted. A paragraph mark that was inserted or deleted together with text counts as one with it. */
function countTrackedChanges(roots: readonly Element[], undecided: ReadonlySet<Element>): number {
  const changes = roots.flatMap((root) => Array.from(root.querySelectorAll('ins, del, moveTo')));
  return changes.filter((change) => {
    if (undecided.has(change)) return false;
    const properties = change.parentElement;
    if (properties?.localName !== 'rPr' || properties.parentElement?.localName !== 'pPr') return true;
    const paragraph = properties.parentElement.parentElement;
    return findChild(paragraph, change.localName) === null;
  }).length;
}

/** How much of them is quoted, in UTF-16 code units. */
const maxQuoteLength = 300;

/** Says that a comment is about words that the article does not have; null when it is about none. */
function describeRemovedWords(removed: RemovedWords | undefined): string | null {
  const words = shorten(removed?.text ?? '', maxQuoteLength);
  return words === '' ? null : createRemovedWordsRemark(words, removed?.areDeleted ?? false);
}

/**
 * Refuses a file without a document, or without words: they are in pictures, or in documents within it or beside it (ECMA-376,
 * part 1: 17.17.2).
 */
function refuseWithoutText(
  file: string | null,
  reason: 'noDocument' | 'pictures' | 'embedded',
): ImportResult {
  const name = file ?? 'What was pasted';
  if (reason === 'noDocument')
    return refuse(
      'unsupported',
      `${name} has the name of a Word document but is not one`,
      'Open it in the program that made it and save it as .docx, or copy the text and use “Paste text”.',
    );
  if (reason === 'pictures')
    return refuse(
      'noText',
      `${name} holds pictures but no words`,
      'Ask for a document with the text of the article, or type the words in the pictures and use “Paste text”.',
    );
  return refuse(
    'noText',
    `${name} holds its text only in embedded or linked documents, which are not read`,
    'Open it in Word, save it with those documents in it, and open that file here.',
  );
}

/**
 * Reads a Word document as a draft, its comments as claims on the text that they are about: the package and its parts (`document/`), its
 * paragraphs, rows and notes as pieces of text (`reading/`), the pieces as blocks with the map from their text to the file, and the places
 * of comments (`locate-comments`).
 */
export function readWordDraft({ origin, bytes, known }: InputFile): ImportResult {
  const { name } = origin;
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return refuseZipFault(name, unpacked.fault);
  const document = openWordDocument(unpacked.parts, known);
  if (document === 'none') return refuseWithoutText(name, 'noDocument');
  if (document === 'damaged') return refuseZipFault(name, { kind: 'damaged' });
  const state = new ReadingState(document);
  const built = buildBlocks(readDocument(state));
  const { counts, anchors, removedWords } = state;
  const body = joinBlocks(built.blocks);
  if (body.blocks.length === 0) {
    if (counts.documentsLeftOut > 0) return refuseWithoutText(name, 'embedded');
    return counts.imagesLeftOut > 0 ? refuseWithoutText(name, 'pictures') : refuseEmpty(name);
  }
  const getOffset = ({ place }: Anchor) => (place && built.spans.get(place.piece)?.[place.side]) ?? 0;
  const places = locateComments(anchors, getOffset);
  const undecided = state.undecided.map(({ change, start, end }) => {
    const signature = getChangeSignature(change);
    // The comment about words in a text box or a note stands elsewhere, on the box or the reference.
    if (change.closest('txbxContent, footnote, endnote'))
      return { signature, start: 0, end: Number.POSITIVE_INFINITY };
    return { signature, start: getOffset(start), end: getOffset(end) };
  });
  const properties = readProperties(document.properties);
  const pageLines = readPageLines(unpacked.parts);
  const threads = separateReturned(
    listThreads(document.comments, places),
    places,
    undecided,
    document.comments.readOwn,
  );
  const roots = document.stories.map(({ root }) => root);
  const ownNotes = listOwnNotes(roots);
  return createDocumentDraft(origin, {
    body,
    threads,
    returned: { notes: ownNotes, undecided: [...state.undecidedClaimIds] },
    places,
    describeWords: (commentId) => describeRemovedWords(removedWords.get(commentId)),
    words: removeApparatus(built),
    properties,
    language: findLanguage(document.body, document.styles.languages, properties.language),
    counts: {
      ...counts,
      notesKept: state.referencedNotes.length,
      changesAccepted: countTrackedChanges(roots, state.ownChanges),
      ownChangesUndecided: state.ownChanges.size - state.rejectedChanges.size,
      ownNotesLeftOut: ownNotes.length,
      ownAppendixLeftOut: Math.min(1, state.ownAppendix.size),
      tablesKept: built.tableCount,
      pageLinesLeftOut: pageLines.length,
      legalReport: Number(haveLegalLine(pageLines)),
    },
    textMap: built.map,
  });
}

const extensions = ['docx', 'docm', 'dotx', 'dotm'];

const encryptedPackageName = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Whether a file is an Office document protected by a password. */
function isProtected(bytes: Uint8Array): boolean {
  if (!isCompoundFile(bytes)) return false;
  const [first = 0] = encryptedPackageName;
  let offset = bytes.indexOf(first);
  while (offset !== -1) {
    const start = offset;
    if (encryptedPackageName.every((byte, index) => bytes[start + index] === byte)) return true;
    offset = bytes.indexOf(first, offset + 1);
  }
  return false;
}

/** Whether a file is a Word document, even a damaged one. */
function isWord({ origin, bytes }: InputFile): boolean {
  if (isProtected(bytes)) return true;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
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
 * Word documents since 2007 (ECMA-376, transitional and strict), with macros or without; macros are not read.
 */
export const word: Format = {
  matches: isWord,
  readDraft: (file) => (isProtected(file.bytes) ? refuseProtected(file.origin.name) : readWordDraft(file)),
  readText: (file) =>
    isProtected(file.bytes)
      ? { state: 'unreadable', why: 'The file is protected by a password.' }
      : readWordText(file),
};
