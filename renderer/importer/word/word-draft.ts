import { createRemovedWordsRemark } from '../../../shared/import/annotations/annotation';
import { type ImportedBlock, joinBlocks, removeNoteReferences } from '../../../shared/import/imported-blocks';
import { refuseEmpty } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import { collapseWhitespace, shorten } from '../../../shared/text/format/wording';
import { createDocumentDraft } from '../document/document-draft';
import type { FileProperties } from '../document/title-and-byline';
import type { InputFile } from '../format';
import { unpackParts } from '../unpack-parts';
import { findChild } from '../xml';
import { type BuiltBlocks, buildBlocks } from './blocks/build-blocks';
import { listThreads, locateComments } from './comments/locate-comments';
import { getChangeSignature } from './comments/own-changes';
import { separateReturned } from './comments/separate-returned';
import { findLanguage } from './document/languages';
import { haveLegalLine, readPageLines } from './document/page-lines';
import { listOwnNotes } from './document/stories';
import { openWordDocument } from './document/word-document';
import type { Anchor } from './reading/anchors';
import { readDocument } from './reading/read-document';
import { createReadingState, type RemovedWords } from './reading/reading-state';
import { refuseEmbedded, refuseNoDocument, refuseNoWords, refuseZipFault } from './word-problems';

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
 * Reads a Word document as a draft, its comments as claims on the text that they are about. The stages:
 * 1. `../unpack-parts.ts` checks the zip and unpacks its XML parts; `office-package.ts` finds them by their relationships.
 * 2. `document/` opens the document: `word-document.ts` lists its parts, with `styles.ts`, `list-numbering.ts`, `stories.ts` and
 *    `comments/comments.ts`.
 * 3. `reading/read-document.ts` reads its paragraphs, rows and notes as pieces of text, each with the element that it comes from
 *    (`inlines.ts`). `read-inlines.ts` reads the content of a paragraph, `mark-anchors.ts` the ranges of comments.
 * 4. `blocks/build-blocks.ts` turns the pieces into blocks of the draft, with the map from its text to the file.
 * 5. `comments/` finds the places of comments, and those of a Word report that came back (`separate-returned.ts`, `own-changes.ts`);
 *    `document/languages.ts` the language.
 * 6. `../document/document-draft.ts` chooses title and byline, and turns comments into claims.
 */
export function readWordDraft({ origin, bytes, known }: InputFile): ImportResult {
  const { name } = origin;
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return refuseZipFault(name, unpacked.fault);
  const document = openWordDocument(unpacked.parts, known);
  if (document === 'none') return refuseNoDocument(name);
  if (document === 'damaged') return refuseZipFault(name, { kind: 'damaged' });
  const state = createReadingState(document);
  const built = buildBlocks(readDocument(state));
  const { counts, anchors, removedWords } = state;
  const body = joinBlocks(built.blocks);
  if (body.blocks.length === 0) {
    if (counts.documentsLeftOut > 0) return refuseEmbedded(name);
    return counts.imagesLeftOut > 0 ? refuseNoWords(name) : refuseEmpty(name);
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
