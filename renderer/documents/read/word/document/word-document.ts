import type { PackageParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { findChild, findChildren, getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';
import { ListNumbering } from '#renderer/documents/read/flow/list-numbering.ts';
import { maxProseLength } from '#shared/domain/base/primitives.ts';
import { parseCommentHeading } from '#shared/domain/base/word-comments.ts';
import type { KnownReport } from '#shared/import/base/annotation.ts';
import { legalLine } from '#shared/reports/base/reader-lines.ts';
import { readComments, type WordComments } from './comments.ts';
import { findMainPart, findRelatedParts, getRelationshipsName, readHyperlinks } from './office-package.ts';
import { readParagraphTexts } from './paragraph-texts.ts';
import { type DocumentStyles, readStyles } from './styles.ts';

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
interface WordNote {
  element: Element;
  part: StoryPart;
}

function createStoryPart(parts: PackageParts, name: string, root: Element): StoryPart {
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
function listNotes(part: StoryPart | null, kind: 'footnote' | 'endnote'): [string, WordNote][] {
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

/** The paragraphs of each page header and footer that has any words. They are no text of the article. */
export function readPageLines(parts: PackageParts): string[][] {
  const main = findMainPart(parts);
  return ['header', 'footer']
    .flatMap((type) => findRelatedParts(parts, main, type))
    .map((name) => {
      const root = parseXml(parts.get(name));
      return root ? readParagraphTexts(root) : [];
    })
    .filter((texts) => texts.some((text) => text.trim() !== ''));
}

/** Whether page headers or footers have the line of a report for lawyers, which may name confidential sources anywhere. */
export function haveLegalLine(pageLines: readonly (readonly string[])[]): boolean {
  return pageLines.some((texts) => texts.some((text) => text.trim() === legalLine));
}

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
