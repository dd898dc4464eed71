import mammoth from 'mammoth';
import type { BlockPart } from '../../../shared/import/draft-body';
import { isHeadline } from '../../../shared/import/title';
import { partsOf } from '../web/dom-parts';
import { sanitise } from '../web/sanitise';
import { countTables } from '../web/tables';
import { takeAnchors, withoutAnchors } from './places';
import { plainDocument, styleMap } from './plain-document';
import type { Walk } from './walk';

/** What mammoth makes of a document. */
export interface Converted {
  parts: BlockPart[];
  /** For each part the anchors in it, with their UTF-16 offsets. */
  places: Map<number, number>[];
  /** What is set as the title and as the author. */
  title: string | null;
  author: string | null;
  tables: number;
}

const kinds = new Map<string | null, BlockPart['kind']>([
  ['quote', 'quote'],
  ['caption', 'caption'],
  ['listItem', 'listItem'],
  ['note', 'note'],
]);

const hooks = {
  inline: (element: Element) =>
    element.getAttribute('type') === 'noteRef' ? { noteRef: element.textContent ?? '' } : null,
  block: (element: Element) => {
    const kind = element.localName === 'p' ? kinds.get(element.getAttribute('type')) : undefined;
    if (kind === undefined) return null;
    const [name] = kind === 'note' ? (/^\[\d+\]/.exec(element.textContent ?? '') ?? []) : [];
    return name === undefined ? { kind } : { kind, name };
  },
};

/** A headline that is nothing but bold is one all the same, where no heading is set as such. */
function withHeadline(parts: BlockPart[]): BlockPart[] {
  const [first, ...others] = parts;
  if (!first || first.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return parts;
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
  const textOf = (selector: string) => {
    const text = root.querySelector(selector)?.textContent;
    return text ? withoutAnchors(text, walk.sign) : null;
  };
  const title = textOf('h1[type="title"]');
  const author = textOf('p[type="author"]');
  for (const table of root.querySelectorAll('table[type="continued"]')) table.remove();
  return {
    parts: withHeadline(taken.map(({ part }) => part)),
    places: taken.map(({ found }) => found),
    title,
    author,
    tables: countTables(root),
  };
}
