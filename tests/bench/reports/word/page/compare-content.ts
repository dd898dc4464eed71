import { unpackParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { findMainPart, findRelatedParts } from '#renderer/documents/read/word/document/office-package.ts';
import { listContent } from '#tests/unit/renderer/documents/write/list-content.ts';
import { rewriteParts } from '#tests/unit/renderer/documents/write/read-parts.ts';
import { getId, removeComments, settleChanges } from '#tests/unit/renderer/documents/write/settle-changes.ts';

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
