import { joinBlocks } from '../../../shared/import/imported-blocks';
import { refuseEmpty } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import { createDocumentDraft } from '../document/document-draft';
import type { InputFile } from '../format';
import { unpackParts } from '../zip/unpack-parts';
import { buildBlocks } from './blocks/build-blocks';
import { removeApparatus } from './blocks/remove-apparatus';
import { listThreads, locateComments } from './comments/locate-comments';
import { getChangeSignature } from './comments/own-changes';
import { describeRemovedWords } from './comments/removed-words';
import { separateReturned } from './comments/separate-returned';
import { findLanguage } from './document/languages';
import { readProperties } from './document/metadata';
import { haveLegalLine, readPageLines } from './document/page-lines';
import { listOwnNotes } from './document/stories';
import { countTrackedChanges } from './document/tracked-changes';
import { openWordDocument } from './document/word-document';
import type { Anchor } from './reading/anchors';
import { readDocument } from './reading/read-document';
import { createReadingState } from './reading/reading-state';
import { refuseEmbedded, refuseNoDocument, refuseNoWords, refuseZipFault } from './word-problems';

/**
 * Reads a Word document as a draft, its comments as claims on the text that they are about. The stages:
 * 1. `../zip/unpack-parts.ts` checks the zip and unpacks its XML parts; `package/` finds them by their relationships.
 * 2. `document/` opens the document: `word-document.ts` lists its parts, with `styles.ts`, `lists/`, `stories.ts` and
 *    `comments/comments.ts`.
 * 3. `reading/read-document.ts` reads its paragraphs, rows and notes as pieces of text, each with the element that it comes from
 *    (`inlines.ts`). `read-story.ts`, `read-paragraph.ts` and `read-table.ts` follow the XML, `runs/` the content of
 *    a paragraph (`read-inlines.ts`, `read-text-element.ts`), `mark-anchors.ts` the ranges of comments.
 * 4. `blocks/build-blocks.ts` turns the pieces into blocks of the draft, with the map from its text to the file.
 * 5. `comments/` finds the places of comments, and those of a Word report that came back (`separate-returned.ts`, `own-changes.ts`);
 *    `document/metadata.ts` properties; `document/languages.ts` the language.
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
