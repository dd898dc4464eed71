import { findChildren, getAttribute } from '../../xml';
import type { PackageParts } from '../../zip/unpack-parts';
import { readHyperlinks } from '../package/office-package';
import { listTextElements } from './text-elements';

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

/** The notes of a part by `getNoteKey`, without the lines that separate notes from the text. */
export function listNotes(part: StoryPart | null, kind: 'footnote' | 'endnote'): [string, WordNote][] {
  if (!part) return [];
  return findChildren(part.root, kind)
    .filter((note) => !separators.has(getAttribute(note, 'type') ?? ''))
    .map((element) => [getNoteKey(kind, getAttribute(element, 'id')), { element, part }]);
}
