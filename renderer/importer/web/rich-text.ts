import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { acceptChanges } from './clipboard-changes';
import {
  type ClipboardComments,
  createCommentClaims,
  takeAnnotatedWords,
  takeComments,
} from './clipboard-comments';
import { normalizeNotes } from './clipboard-notes';
import { readBlocks } from './elements/read-blocks';
import { countDataTables } from './elements/tables';
import { sanitise } from './sanitise';
import { normalizeWordHtml, wordNoteHooks } from './word-html';

/** Rich text as Word, Google Docs, LibreOffice, browsers and mail programs write it as HTML. */
interface RichText {
  blocks: ImportedBlock[];
  comments: ClipboardComments;
  /** The places of each comment: block and offsets in it. */
  places: ReturnType<typeof takeAnnotatedWords>['places'];
  /** For the notices about it. */
  counts: ReturnType<typeof acceptChanges> & { notesKept: number; tablesKept: number };
}

/** Reads all text of rich text: without tracked deletions, with comments and notes apart. Changes `body`. */
export function readRichText(body: HTMLElement): RichText {
  const changes = acceptChanges(body);
  const comments = takeComments(body);
  normalizeNotes(body);
  normalizeWordHtml(body);
  sanitise(body);
  const { blocks, places } = takeAnnotatedWords(readBlocks(body, wordNoteHooks));
  const notesKept = blocks.filter(({ kind, name }) => kind === 'note' && name !== undefined).length;
  return { blocks, comments, places, counts: { ...changes, notesKept, tablesKept: countDataTables(body) } };
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
