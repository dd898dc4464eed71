import { type Comment, readComments } from './comments';
import { wholeFields } from './fields';
import { ListNumbers } from './numbering';
import { linksOf, mainPart, partsRelated } from './office-package';
import { unusedSign } from './places';
import { readStyles } from './styles';
import { type Note, noteKey, type Walk } from './walk';
import { attribute, child, children, parseXml } from './xml';
import type { Parts } from './zip-check';

/** The parts of a Word document that say something. */
export interface WordDocument {
  body: Element;
  /** Main part, footnotes and endnotes. */
  stories: Element[];
  comments: Map<string, Comment>;
  /** Title, author and the like. */
  properties: Element | null;
  walk: Walk;
}

const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

function notesIn(root: Element | null, kind: string, links: Note['links']): [string, Note][] {
  return children(root, kind)
    .filter((note) => !separators.has(attribute(note, 'type') ?? ''))
    .map((element) => [noteKey(kind, attribute(element, 'id')), { element, links }]);
}

/** Takes a package apart: `none` when it holds no Word document, `damaged` when that can't be read. */
export function openDocument(parts: Parts): WordDocument | 'none' | 'damaged' {
  const main = mainPart(parts);
  if (!parts.has(main)) return 'none';
  const root = parseXml(parts.get(main));
  const body = child(root, 'body');
  if (!root) return 'damaged';
  if (!body) return 'none';
  const related = (type: string) => partsRelated(parts, main, type)[0] ?? '';
  const relatedXml = (type: string) => parseXml(parts.get(related(type)));
  const footnotes = relatedXml('footnotes');
  const endnotes = relatedXml('endnotes');
  const stories = [root, footnotes, endnotes].filter((story) => story !== null);
  const styles = readStyles(relatedXml('styles'));
  return {
    body,
    stories,
    comments: readComments(relatedXml('comments'), relatedXml('commentsExtended')),
    properties: parseXml(parts.get(partsRelated(parts, '', 'core-properties')[0] ?? 'docprops/core.xml')),
    walk: {
      styles,
      numbers: new ListNumbers(relatedXml('numbering')),
      notes: new Map([
        ...notesIn(footnotes, 'footnote', linksOf(parts, related('footnotes'))),
        ...notesIn(endnotes, 'endnote', linksOf(parts, related('endnotes'))),
      ]),
      sign: unusedSign(stories.map((story) => story.textContent ?? '')),
      whole: new Set(stories.flatMap((story) => Array.from(wholeFields(story)))),
      counts: { imagesLeftOut: 0, objectsLeftOut: 0 },
      anchors: [],
      addresses: [],
      referred: [],
      links: linksOf(parts, main),
      fields: [],
      waiting: '',
      boxes: [],
      carried: [],
    },
  };
}

/** How many tracked changes there are; a paragraph's end that was inserted or deleted with its words is none of its own. */
export function countChanges(stories: readonly Element[]): number {
  const changes = stories.flatMap((story) => Array.from(story.querySelectorAll('ins, del, moveTo')));
  return changes.filter((change) => {
    const properties = change.parentElement;
    if (properties?.localName !== 'rPr' || properties.parentElement?.localName !== 'pPr') return true;
    const paragraph = properties.parentElement.parentElement;
    return child(paragraph, change.localName) === null;
  }).length;
}
