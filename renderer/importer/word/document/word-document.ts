import type { KnownReport } from '../../../../shared/import/annotations/annotation';
import type { PackageParts } from '../../unpack-parts';
import { findChild, parseXml } from '../../xml';
import { readComments, type WordComments } from '../comments/comments';
import { findMainPart, findRelatedParts, getRelationshipsName } from '../office-package';
import { ListNumbering } from './list-numbering';
import { createStoryPart, listNotes, type StoryPart, type WordNote } from './stories';
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
  /** Facts about the reports on its article; absent when the article is not known. */
  known: KnownReport | undefined;
  /** The core properties of the file: title, creator and others. */
  properties: Element | null;
}

/** The parts beside the main one that the text, its notes and its comments depend on. */
const relatedTypes = [
  'styles',
  'numbering',
  'footnotes',
  'endnotes',
  'comments',
  'commentsExtended',
  'commentsIds',
] as const;

type RelatedType = (typeof relatedTypes)[number];

/** Reads the parts to which the main part leads; null when one of them, or the list of them, can't be read. */
function readRelatedParts(
  parts: PackageParts,
  main: string,
): Map<RelatedType, { name: string; root: Element }> | null {
  const list = getRelationshipsName(main);
  if (parts.has(list) && !parseXml(parts.get(list))) return null;
  const related = new Map<RelatedType, { name: string; root: Element }>();
  for (const type of relatedTypes) {
    const [name] = findRelatedParts(parts, main, type);
    if (name === undefined) continue;
    const root = parseXml(parts.get(name));
    if (!root) return null;
    related.set(type, { name, root });
  }
  return related;
}

/** Opens the document of a package. Returns `none` when there is no Word document in it, `damaged` when that can't be read as a whole. */
export function openWordDocument(
  parts: PackageParts,
  known?: KnownReport,
): WordDocument | 'none' | 'damaged' {
  const name = findMainPart(parts);
  if (!parts.has(name)) return 'none';
  const root = parseXml(parts.get(name));
  if (!root) return 'damaged';
  const body = findChild(root, 'body');
  if (!body) return 'none';
  const related = readRelatedParts(parts, name);
  if (!related) return 'damaged';
  const relatedXml = (type: RelatedType) => related.get(type)?.root ?? null;
  const main = createStoryPart(parts, name, root);
  const findStory = (type: 'footnotes' | 'endnotes') => {
    const part = related.get(type);
    return part ? createStoryPart(parts, part.name, part.root) : null;
  };
  const footnotes = findStory('footnotes');
  const endnotes = findStory('endnotes');
  return {
    body,
    main,
    stories: [main, footnotes, endnotes].filter((story) => story !== null),
    notes: new Map([...listNotes(footnotes, 'footnote'), ...listNotes(endnotes, 'endnote')]),
    styles: readStyles(relatedXml('styles')),
    numbers: new ListNumbering(relatedXml('numbering')),
    comments: readComments(
      {
        comments: relatedXml('comments'),
        extended: relatedXml('commentsExtended'),
        ids: relatedXml('commentsIds'),
      },
      known,
    ),
    known,
    properties: parseXml(parts.get(findRelatedParts(parts, '', 'core-properties')[0] ?? 'docprops/core.xml')),
  };
}
