import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { hasVisibleText } from '../text/block-text';
import { acceptChanges } from './accept-changes';
import { takeAnnotatedWords } from './clipboard/commented-words';
import { type ClipboardComments, createCommentClaims, takeComments } from './clipboard/comments';
import { normalizeNotes } from './clipboard/notes';
import { isHidden } from './elements/declared-style';
import { readBlocks } from './elements/read-blocks';
import { countDataTables } from './elements/tables';
import { placeNotes } from './place-notes';
import { sanitise } from './sanitise';
import { writeShownText } from './shown-text';
import { normalizeWordHtml, tidyWordStyles, wordNoteHooks } from './word-html';

/** Rich text as Word, Google Docs, LibreOffice, browsers and mail programs write it as HTML. */
interface RichText {
  blocks: ImportedBlock[];
  comments: ClipboardComments;
  /** The places of each comment: block and offsets in it. */
  places: ReturnType<typeof takeAnnotatedWords>['places'];
  /** For the notices about it. */
  counts: Record<
    'changesAccepted' | 'struckThroughKept' | 'notesKept' | 'tablesKept' | 'hiddenLeftOut' | 'symbolsMissing',
    number
  >;
}

/** Reads all text of rich text: without tracked deletions, with comments and notes apart. Changes `body`. */
export function readRichText(body: HTMLElement): RichText {
  tidyWordStyles(body);
  const { changes, struckThrough } = acceptChanges(body);
  const comments = takeComments(body);
  normalizeNotes(body);
  const symbolsMissing = writeShownText(body);
  normalizeWordHtml(body);
  const hiddenLeftOut = countHidden(body);
  sanitise(body);
  const { blocks, places } = takeAnnotatedWords(placeNotes(readBlocks(body, wordNoteHooks)));
  const notesKept = blocks.filter(({ kind, name }) => kind === 'note' && name !== undefined).length;
  const counts = {
    ...{ changesAccepted: changes.length, struckThroughKept: struckThrough.length },
    ...{ notesKept, tablesKept: countDataTables(body), hiddenLeftOut, symbolsMissing },
  };
  return { blocks, comments, places, counts };
}

/** How many pieces of text are hidden; nested ones count once. */
function countHidden(root: Element): number {
  const hidden = new Set(Array.from(root.querySelectorAll('[hidden], [style]')).filter(isHidden));
  const isInHidden = ({ parentElement }: Element): boolean =>
    parentElement !== null && (hidden.has(parentElement) || isInHidden(parentElement));
  return Array.from(hidden).filter(
    (element) => hasVisibleText(element.textContent ?? '') && !isInHidden(element),
  ).length;
}

/** Creates the claims of the comments, at the places that their blocks have in a draft. */
export function createRichTextClaims(
  { comments, places }: Pick<RichText, 'comments' | 'places'>,
  draftBlocks: readonly { start: number }[],
): ReturnType<typeof createCommentClaims> {
  return createCommentClaims(
    comments,
    places.map(({ number, block, start, end }) => {
      const offset = draftBlocks[block]?.start ?? 0;
      return { number, start: offset + start, end: offset + end };
    }),
  );
}
