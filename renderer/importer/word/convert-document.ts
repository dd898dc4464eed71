import mammoth from 'mammoth';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { isHeadline } from '../../../shared/import/title';
import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import { readBlocks } from '../web/elements/read-blocks';
import { countDataTables } from '../web/elements/tables';
import { sanitise } from '../web/sanitise';
import { extractAnchors, removeAnchors } from './comments/anchor-marks';
import { buildPlainDocument, styleMap } from './plain-document';
import type { ReadingState } from './reading-state';

/** A document as blocks, and what its styles say about it. */
export interface ConvertedDocument {
  blocks: ImportedBlock[];
  /** For each block the anchors in it, with their UTF-16 offsets in the block. */
  anchorOffsets: Map<number, number>[];
  /** The first paragraph with the style of a title; null when there is none. */
  title: string | null;
  /** The paragraphs with the style of an author; '' when there are none. */
  author: string;
  tableCount: number;
}

const blockKinds = new Map<string | null, ImportedBlock['kind']>([
  ['quote', 'quote'],
  ['caption', 'caption'],
  ['listItem', 'listItem'],
  ['note', 'note'],
]);

/** The number with which a note and the references to it begin, as `[1]`. */
const getNoteName = (element: Element) => /^\[\d+\]/.exec(element.textContent ?? '')?.[0];

const hooks = {
  inline: (element: Element) =>
    element.getAttribute('type') === 'noteRef' ? { noteRef: getNoteName(element) ?? '' } : null,
  block: (element: Element) => {
    const kind = element.localName === 'p' ? blockKinds.get(element.getAttribute('type')) : undefined;
    if (kind === undefined) return null;
    const name = kind === 'note' ? getNoteName(element) : undefined;
    return name === undefined ? { kind } : { kind, name };
  },
};

/** Turns a bold first line that reads like a headline into a heading, unless the document has a heading of level 1. */
function promoteBoldHeadline(blocks: ImportedBlock[]): ImportedBlock[] {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return blocks;
  const isBold = first.marks.some(
    ({ kind, start, end }) => kind === 'bold' && start === 0 && end === first.text.length,
  );
  const isOnlyHeading = others.every(({ kind, level }) => kind !== 'heading' || level !== 1);
  return isBold && isOnlyHeading ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}

/** Converts the body of a document to blocks, and extracts the anchors of comments from them. */
export async function convertDocument(state: ReadingState, body: Element): Promise<ConvertedDocument> {
  const { buffer } = buildPlainDocument(state, body).slice();
  const options = { styleMap, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false };
  const { value } = await mammoth.convertToHtml({ arrayBuffer: buffer }, options);
  const root = new DOMParser().parseFromString(value, 'text/html').body;
  sanitise(root);
  const extracted = readBlocks(root, hooks).map((block) => extractAnchors(block, state.anchorMark));
  // Note references are no part of the title, and the continuation of a table after a note is no table of its own.
  for (const aside of root.querySelectorAll('[type="noteRef"], [type="continued"]')) aside.remove();
  const readTexts = (selector: string) =>
    Array.from(root.querySelectorAll(selector), (element) =>
      collapseWhitespace(removeAnchors(element.textContent ?? '', state.anchorMark)),
    );
  return {
    blocks: promoteBoldHeadline(extracted.map(({ block }) => block)),
    anchorOffsets: extracted.map(({ offsets }) => offsets),
    title: readTexts('h1[type="title"]')[0] ?? null,
    author: readTexts('p[type="author"]').join(', '),
    tableCount: countDataTables(root),
  };
}
