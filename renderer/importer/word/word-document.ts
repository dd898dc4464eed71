import { findChild, findChildren, getAttribute, parseXml } from '../xml';
import type { PackageParts } from '../zip/unpack-parts';
import { findUnusedCharacter } from './comments/anchor-marks';
import { readComments, type WordComment } from './comments/comments';
import { findCompleteFields } from './fields';
import { ListNumbering } from './lists/list-numbering';
import { findMainPart, findRelatedParts, readHyperlinks } from './package/office-package';
import { getNoteKey, type ReadingState, type WordNote } from './reading-state';
import { readStyles } from './styles';

/** An opened Word document: the parts that are read, and the state for reading them. */
export interface WordDocument {
  body: Element;
  /** The roots of the main part, the footnotes and the endnotes. */
  stories: Element[];
  comments: Map<string, WordComment>;
  /** The core properties of the file: title, creator and others. */
  properties: Element | null;
  state: ReadingState;
}

const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

function readNotes(root: Element | null, kind: string, links: WordNote['links']): [string, WordNote][] {
  return findChildren(root, kind)
    .filter((note) => !separators.has(getAttribute(note, 'type') ?? ''))
    .map((element) => [getNoteKey(kind, getAttribute(element, 'id')), { element, links }]);
}

/** Opens the document of a package. Returns `none` when there is no Word document in it, `damaged` when that can't be read. */
export function openWordDocument(parts: PackageParts): WordDocument | 'none' | 'damaged' {
  const main = findMainPart(parts);
  if (!parts.has(main)) return 'none';
  const root = parseXml(parts.get(main));
  const body = findChild(root, 'body');
  if (!root) return 'damaged';
  if (!body) return 'none';
  const related = (type: string) => findRelatedParts(parts, main, type)[0] ?? '';
  const relatedXml = (type: string) => parseXml(parts.get(related(type)));
  const footnotes = relatedXml('footnotes');
  const endnotes = relatedXml('endnotes');
  const stories = [root, footnotes, endnotes].filter((story) => story !== null);
  const styles = readStyles(relatedXml('styles'));
  return {
    body,
    stories,
    comments: readComments(relatedXml('comments'), relatedXml('commentsExtended')),
    properties: parseXml(parts.get(findRelatedParts(parts, '', 'core-properties')[0] ?? 'docprops/core.xml')),
    state: {
      styles,
      numbers: new ListNumbering(relatedXml('numbering')),
      notes: new Map([
        ...readNotes(footnotes, 'footnote', readHyperlinks(parts, related('footnotes'))),
        ...readNotes(endnotes, 'endnote', readHyperlinks(parts, related('endnotes'))),
      ]),
      anchorMark: findUnusedCharacter(stories.map((story) => story.textContent ?? '')),
      completeFields: new Set(stories.flatMap((story) => Array.from(findCompleteFields(story)))),
      counts: { imagesLeftOut: 0, objectsLeftOut: 0 },
      anchors: [],
      linkAddresses: [],
      referencedNotes: [],
      links: readHyperlinks(parts, main),
      fields: [],
      pendingAnchors: '',
      textBoxes: [],
      carriedOver: [],
    },
  };
}

/** Counts the tracked changes. A paragraph mark that was inserted or deleted together with text counts as one with it. */
export function countTrackedChanges(stories: readonly Element[]): number {
  const changes = stories.flatMap((story) => Array.from(story.querySelectorAll('ins, del, moveTo')));
  return changes.filter((change) => {
    const properties = change.parentElement;
    if (properties?.localName !== 'rPr' || properties.parentElement?.localName !== 'pPr') return true;
    const paragraph = properties.parentElement.parentElement;
    return findChild(paragraph, change.localName) === null;
  }).length;
}
