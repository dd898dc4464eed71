import type { StoryPart } from '../importer/word/document/word-document';
import { createWordMarkup, type WordMarkup } from './word-markup';

/** A part with text of the article, which is rewritten in place. */
export interface EditedStory {
  /** As `PackageParts` has it. */
  name: string;
  root: Element;
  document: Document;
  /** Its text elements as they were before any edit, in the order in which the map counts them. */
  elements: readonly Element[];
  indexes: ReadonlyMap<Element, number>;
  markup: WordMarkup;
  isMain: boolean;
}

/** The main part: its name, as `PackageParts` has it, and its root. */
export type MainPart = Pick<EditedStory, 'name' | 'root'>;

export function createEditedStory({ name, root, elements }: StoryPart, isMain: boolean): EditedStory {
  const document = root.ownerDocument;
  return {
    name,
    root,
    document,
    isMain,
    elements: Array.from(elements.keys()),
    indexes: elements,
    markup: createWordMarkup(root),
  };
}

/** How many places for cuts a text element has, less one: the UTF-16 code units of its text, 1 for an element that stands for text. */
export function getElementLength(element: Element): number {
  return element.localName === 't' ? (element.textContent ?? '').length : 1;
}

/** The run that holds a text element; the element itself where it is in none, as in formulas. */
export function getHolder(element: Element): Element {
  const parent = element.parentElement;
  const isRun =
    parent?.localName === 'r' && parent.namespaceURI === element.ownerDocument.documentElement.namespaceURI;
  return isRun ? parent : element;
}
