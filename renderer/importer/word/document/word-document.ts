import { findChild, parseXml } from '../../xml';
import type { PackageParts } from '../../zip/unpack-parts';
import { readComments, type WordComments } from '../comments/comments';
import { findMainPart, findRelatedParts } from '../package/office-package';
import { ListNumbering } from './lists/list-numbering';
import { createStoryPart, findNotePart, listNotes, type StoryPart, type WordNote } from './stories';
import { type DocumentStyles, readStyles } from './styles';

/** An opened Word document: its parts, as far as they are read. */
export interface WordDocument {
  body: Element;
  main: StoryPart;
  /** The main part, the footnotes and the endnotes. */
  stories: StoryPart[];
  /** Footnotes and endnotes, by `getNoteKey`. */
  notes: ReadonlyMap<string, WordNote>;
  styles: DocumentStyles;
  numbers: ListNumbering;
  comments: WordComments;
  /** The core properties of the file: title, creator and others. */
  properties: Element | null;
}

/** Opens the document of a package. Returns `none` when there is no Word document in it, `damaged` when that can't be read. */
export function openWordDocument(parts: PackageParts): WordDocument | 'none' | 'damaged' {
  const name = findMainPart(parts);
  if (!parts.has(name)) return 'none';
  const root = parseXml(parts.get(name));
  if (!root) return 'damaged';
  const body = findChild(root, 'body');
  if (!body) return 'none';
  const relatedXml = (type: string) => parseXml(parts.get(findRelatedParts(parts, name, type)[0] ?? ''));
  const main = createStoryPart(parts, name, root);
  const footnotes = findNotePart(parts, name, 'footnotes');
  const endnotes = findNotePart(parts, name, 'endnotes');
  return {
    body,
    main,
    stories: [main, footnotes, endnotes].filter((story) => story !== null),
    notes: new Map([...listNotes(footnotes, 'footnote'), ...listNotes(endnotes, 'endnote')]),
    styles: readStyles(relatedXml('styles')),
    numbers: new ListNumbering(relatedXml('numbering')),
    comments: readComments(relatedXml('comments'), relatedXml('commentsExtended')),
    properties: parseXml(parts.get(findRelatedParts(parts, '', 'core-properties')[0] ?? 'docprops/core.xml')),
  };
}
