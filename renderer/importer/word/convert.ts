import mammoth from 'mammoth';
import type { BlockPart } from '../../../shared/import/draft-body';
import { isHeadline } from '../../../shared/import/title';
import { onOneLine } from '../../../shared/text/format/on-one-line';
import { partsOf } from '../web/elements/dom-parts';
import { countTables } from '../web/elements/tables';
import { sanitise } from '../web/sanitise';
import { takeAnchors, withoutAnchors } from './places';
import { plainDocument, styleMap } from './plain-document';
import type { Walk } from './walk';

/** What mammoth makes of a document. */
export interface Converted {
  parts: BlockPart[];
  /** For each part the anchors in it, with their UTF-16 offsets. */
  places: Map<number, number>[];
  /** What is set as the title; null when nothing is. */
  title: string | null;
  /** What is set as the author; '' when nothing is. */
  author: string;
  tables: number;
}

const kinds = new Map<string | null, BlockPart['kind']>([
  ['quote', 'quote'],
  ['caption', 'caption'],
  ['listItem', 'listItem'],
  ['note', 'note'],
]);

/** The number that a note and the references to it begin with, as `[1]`. */
const noteName = (element: Element) => /^\[\d+\]/.exec(element.textContent ?? '')?.[0];

const hooks = {
  inline: (element: Element) =>
    element.getAttribute('type') === 'noteRef' ? { noteRef: noteName(element) ?? '' } : null,
  block: (element: Element) => {
    const kind = element.localName === 'p' ? kinds.get(element.getAttribute('type')) : undefined;
    if (kind === undefined) return null;
    const name = kind === 'note' ? noteName(element) : undefined;
    return name === undefined ? { kind } : { kind, name };
  },
};

/** A headline that is nothing but bold is one all the same, where no heading is set as such. */
function withHeadline(parts: BlockPart[]): BlockPart[] {
  const [first, ...others] = parts;
  if (first?.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return parts;
  const isBold = first.marks.some(
    ({ kind, start, end }) => kind === 'bold' && start === 0 && end === first.text.length,
  );
  const isOnly = others.every(({ kind, level }) => kind !== 'heading' || level !== 1);
  return isBold && isOnly ? [{ ...first, kind: 'heading', level: 1 }, ...others] : parts;
}

/** The blocks of a document's body, without the anchors of comments, and where those were. */
export async function convert(walk: Walk, body: Element): Promise<Converted> {
  const { buffer } = plainDocument(walk, body).slice();
  const options = { styleMap, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false };
  const { value } = await mammoth.convertToHtml({ arrayBuffer: buffer }, options);
  const root = new DOMParser().parseFromString(value, 'text/html').body;
  sanitise(root);
  const taken = partsOf(root, hooks).map((part) => takeAnchors(part, walk.sign));
  // Of the title no note is a part, and a table that a note stands in the midst of is one.
  for (const aside of root.querySelectorAll('[type="noteRef"], [type="continued"]')) aside.remove();
  const textsOf = (selector: string) =>
    Array.from(root.querySelectorAll(selector), (element) =>
      onOneLine(withoutAnchors(element.textContent ?? '', walk.sign)),
    );
  return {
    parts: withHeadline(taken.map(({ part }) => part)),
    places: taken.map(({ found }) => found),
    title: textsOf('h1[type="title"]')[0] ?? null,
    author: textsOf('p[type="author"]').join(', '),
    tables: countTables(root),
  };
}
