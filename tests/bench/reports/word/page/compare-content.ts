import { listContent } from '../../../../unit/renderer/word-report/list-content';
import { rewriteParts } from '../../../../unit/renderer/word-report/read-parts';
import { getId, removeComments, settleChanges } from '../../../../unit/renderer/word-report/settle-changes';
import { listSigned, openParts } from './open-parts';

/** Decides on the tracked changes of an author, and takes the anchors of the author's comments out of the text. */
export function settle(bytes: Uint8Array, author: string, decision: 'accept' | 'reject'): Uint8Array {
  const ids = new Set(listSigned(openParts(bytes).comments, 'comment', author).map(getId));
  return rewriteParts(bytes, (document) => {
    settleChanges(document, author, decision);
    removeComments(document, ids);
  });
}

/**
 * The parts whose characters, runs and other elements are not as they were in the original once the tracked changes and the comments of
 * an author are taken out.
 */
export function listChangedStories(original: Uint8Array, written: Uint8Array, author: string): string[] {
  const [before, after] = [openParts(original), openParts(settle(written, author, 'reject'))];
  const list = (document: Document | null) =>
    document ? listContent(document.documentElement).join('\n') : '';
  return (['main', 'footnotes', 'endnotes'] as const).filter(
    (part) => list(before[part]) !== list(after[part]),
  );
}

const decode = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

Object.assign(window, {
  listChangedStories: (original: string, written: string, author: string) =>
    listChangedStories(decode(original), decode(written), author),
});
