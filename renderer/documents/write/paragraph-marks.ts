import { findChild, findChildren, getAttribute } from '../read/base/xml.ts';
import type { WordMarkup } from './word-markup.ts';

/** Elements of the properties of a paragraph that belong to its mark, and so to no change of the others (ECMA-376, part 1: 17.13.5.29). */
const ofMark = new Set(['rPr', 'sectPr', 'pPrChange']);

/** Elements between paragraphs that are no content. */
const between = /^(bookmark|commentRange|moveFromRange|moveToRange|proofErr)/;

/** The paragraph that follows one right away; null when a table or anything else does. */
export function findNextParagraph(paragraph: Element): Element | null {
  let next = paragraph.nextElementSibling;
  while (next && between.test(next.localName)) next = next.nextElementSibling;
  return next?.localName === 'p' ? next : null;
}

/** Whether a paragraph is read as one with the next already: somebody deleted its mark, or it is a drop cap. */
export function isJoined(paragraph: Element): boolean {
  const properties = findChild(paragraph, 'pPr');
  const mark = findChild(properties, 'rPr');
  return isDropCap(paragraph) || findChild(mark, 'del') !== null || findChild(mark, 'moveFrom') !== null;
}

function isDropCap(paragraph: Element): boolean {
  const frame = findChild(findChild(paragraph, 'pPr'), 'framePr');
  return /^(drop|margin)$/.test(getAttribute(frame, 'dropCap') ?? '');
}

/** The properties of a paragraph that its text takes along, as XML. */
function describeLook(paragraph: Element): string {
  const serializer = new XMLSerializer();
  return listLook(paragraph)
    .map((property) => serializer.serializeToString(property))
    .join('');
}

const listLook = (paragraph: Element) =>
  Array.from(findChild(paragraph, 'pPr')?.children ?? []).filter(({ localName }) => !ofMark.has(localName));

/**
 * Whether the marks of paragraphs that follow each other can be deleted, so that the last one continues the first: no section ends
 * there, and the look of the last one can change to that of the first.
 */
export function canJoin(joined: readonly Element[], last: Element): boolean {
  const [first] = joined;
  if (!first) return true;
  if (joined.some((paragraph) => findChild(findChild(paragraph, 'pPr'), 'sectPr'))) return false;
  return describeLook(first) === describeLook(last) || !findChild(findChild(last, 'pPr'), 'pPrChange');
}

type Attributes = Readonly<Record<string, string | number>>;

/** Writes deleted and inserted paragraph marks (ECMA-376, part 1: 17.13.5.15 and 17.13.5.20). */
export class ParagraphMarks {
  constructor(
    private readonly markup: WordMarkup,
    /** The attributes of the next change. */
    private readonly sign: () => Attributes,
  ) {}

  /**
   * Deletes the marks of paragraphs, which makes the last one a part of the first. By the standard it has the look of the last one then,
   * and LibreOffice gives it that of the first, as Stet does: so the look of the last one changes to that of the first, tracked as well.
   */
  join(joined: readonly Element[], last: Element): void {
    const [first] = joined;
    if (!first) return;
    for (const paragraph of joined) this.change(paragraph, 'del');
    if (describeLook(first) === describeLook(last)) return;
    const properties = this.openProperties(last);
    const former = this.markup.create('pPr', {}, listLook(last));
    properties.prepend(...listLook(first).map(copy));
    properties.append(this.markup.create('pPrChange', this.sign(), [former]));
  }

  /**
   * Ends a paragraph before one of its children: what is before it goes to a paragraph of the same look with an inserted mark. False where
   * a paragraph can't be divided: a drop cap is one with the next, and notes and text boxes follow the paragraph in which they are
   * anchored.
   */
  divide(paragraph: Element, until: Node): boolean {
    const properties = findChild(paragraph, 'pPr');
    const content: Node[] = [];
    for (const node of paragraph.childNodes) {
      if (node === until) break;
      if (node !== properties) content.push(node);
    }
    if (isDropCap(paragraph) || content.some(holdsAnchor)) return false;
    const markLook = Array.from(findChild(properties, 'rPr')?.children ?? []).filter(
      ({ localName }) => !/^(ins|del|moveFrom|moveTo|rPrChange)$/.test(localName),
    );
    const mark = this.markup.create('rPr', {}, [
      this.markup.create('ins', this.sign()),
      ...markLook.map(copy),
    ]);
    const head = this.markup.create('p', {}, [
      this.markup.create('pPr', {}, [...listLook(paragraph).map(copy), mark]),
    ]);
    head.append(...content);
    paragraph.before(head);
    return true;
  }

  private change(paragraph: Element, kind: 'del'): void {
    const properties = this.openProperties(paragraph);
    let mark = findChild(properties, 'rPr');
    if (!mark) {
      mark = this.markup.create('rPr');
      const after = findChild(properties, 'sectPr') ?? findChild(properties, 'pPrChange');
      if (after) after.before(mark);
      else properties.append(mark);
    }
    const change = this.markup.create(kind, this.sign());
    const insertion = findChildren(mark, 'ins').at(-1);
    if (insertion) insertion.after(change);
    else mark.prepend(change);
  }

  private openProperties(paragraph: Element): Element {
    const known = findChild(paragraph, 'pPr');
    if (known) return known;
    const created = this.markup.create('pPr');
    paragraph.prepend(created);
    return created;
  }
}

const holdsAnchor = (node: Node) =>
  node instanceof Element && node.querySelector('txbxContent, footnoteReference, endnoteReference') !== null;

const copy = (element: Element) => element.ownerDocument.importNode(element, true);
