import { maxProseLength } from '../../../../shared/domain/primitives';
import { parseCommentHeading } from '../../../../shared/domain/word-comments';
import type { PackageParts } from '../../unpack-parts';
import { findChildren, getAttribute } from '../../xml';
import { readHyperlinks } from '../office-package';
import { readParagraphTexts } from '../paragraph-texts';

/** Elements that show text, or that stand for characters of a text. */
const textElements = 't, tab, ptab, br, cr, noBreakHyphen, sym, footnoteReference, endnoteReference';

/**
 * Lists the text elements of a part in document order, and after them the deleted texts, which show something only when their deletion
 * is read as not made. A text map names an element by its index in this list, so the list must never change for a file; tab stops and
 * elements within deletions are in it although they show nothing.
 */
export function listTextElements(root: Element): Element[] {
  return [...root.querySelectorAll(textElements), ...root.querySelectorAll('delText')];
}

/** The texts of the text elements of a part, as `rebuildText` takes them. */
export function readElementTexts(root: Element): string[] {
  return listTextElements(root).map((element) => element.textContent ?? '');
}

/** A part of the package that holds text of the article. */
export interface StoryPart {
  /** As `PackageParts` has it. */
  name: string;
  root: Element;
  /** The addresses of the links in it, by the id of their relationship. */
  links: ReadonlyMap<string, string>;
  /** The indexes of its text elements. */
  elements: ReadonlyMap<Element, number>;
}

/** A footnote or endnote. */
export interface WordNote {
  element: Element;
  part: StoryPart;
}

export function createStoryPart(parts: PackageParts, name: string, root: Element): StoryPart {
  const elements = new Map(listTextElements(root).map((element, index) => [element, index]));
  return { name, root, links: readHyperlinks(parts, name), elements };
}

const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

export function getNoteKey(kind: string, id: string | null): string {
  return `${kind} ${id}`;
}

/** Whether a report of ours made a note of a claim. */
function isOwnNote(note: Element): boolean {
  return parseCommentHeading(readParagraphTexts(note)[0] ?? '') !== null;
}

/** The notes of a part by `getNoteKey`, without the lines that separate notes from the text and without our own. */
export function listNotes(part: StoryPart | null, kind: 'footnote' | 'endnote'): [string, WordNote][] {
  if (!part) return [];
  return findChildren(part.root, kind)
    .filter((note) => !separators.has(getAttribute(note, 'type') ?? '') && !isOwnNote(note))
    .map((element) => [getNoteKey(kind, getAttribute(element, 'id')), { element, part }]);
}

/** The texts of the notes that a report of ours made of claims. */
export function listOwnNotes(roots: readonly Element[]): string[] {
  return roots
    .flatMap((root) => findChildren(root, 'footnote'))
    .filter(isOwnNote)
    .map((note) => readParagraphTexts(note).join('\n').slice(0, maxProseLength));
}
