import type { PackageParts } from '../read/base/unpack-parts.ts';
import { findChild } from '../read/base/xml.ts';
import { getElementLength, getHolder } from './text-places.ts';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const edgeSpace = { start: /^\s/, end: /\s$/ };

/** Cuts a text element at offsets in ascending order, the first of which is 0. The first part stays the same element. */
function cutText(element: Element, starts: readonly number[]): Element[] {
  if (starts.length < 2) return [element];
  const text = element.textContent ?? '';
  const isPreserved = element.getAttributeNS(xmlNamespace, 'space') === 'preserve';
  return starts.map((start, index) => {
    const isLast = index === starts.length - 1;
    const part = index === 0 ? element : element.ownerDocument.importNode(element, false);
    const content = text.slice(start, starts[index + 1]);
    part.textContent = content;
    // White space at the ends of the whole element is not shown without the attribute, and stays so where that can be.
    const hasSpace = (index > 0 && edgeSpace.start.test(content)) || (!isLast && edgeSpace.end.test(content));
    if (hasSpace && !isPreserved) preserveSpace(part);
    return part;
  });
}

/** Makes the white space at the ends of a text element count. */
function preserveSpace(element: Element): void {
  element.setAttributeNS(xmlNamespace, 'xml:space', 'preserve');
}

/** Where text elements are cut. A cut at 0 or at the length of an element parts it from what is beside it in its run. */
export class Cuts {
  readonly offsets = new Map<Element, Set<number>>();

  /** `offset` is in UTF-16 code units of the element's text, and never within a surrogate pair. */
  add(element: Element, offset: number): void {
    const known = this.offsets.get(element);
    if (known) known.add(offset);
    else this.offsets.set(element, new Set([offset]));
  }

  /** The runs that are cut; of the elements in no run, themselves. */
  listHolders(getHolder: (element: Element) => Element): Set<Element> {
    return new Set(Array.from(this.offsets.keys(), getHolder));
  }
}

/** Copies an element. The tracked changes in the copy get ids of their own. */
function copyWithNewIds(element: Element, nextId: () => number): Element {
  const copy = element.ownerDocument.importNode(element, true);
  for (const inner of copy.querySelectorAll('*')) if (isTracked(inner)) setId(inner, nextId());
  return copy;
}

/** Changes the id of an annotation. */
export function setId(element: Element, id: number): void {
  for (const attribute of element.attributes) if (attribute.localName === 'id') attribute.value = String(id);
}

const isTracked = ({ localName }: Element) => /^(ins|del|moveFrom|moveTo|\w+Change)$/.test(localName);

/** A side of an element. */
export type Side = 'before' | 'after';

interface Beside {
  node: Element;
  side: Side;
}

const isChangeAround = ({ localName, parentElement }: Element) =>
  /^(ins|moveTo|del|moveFrom)$/.test(localName) && parentElement !== null;

/**
 * Splits tracked insertions and deletions around an element, so that what is put beside it is in none of them: pandoc leaves comments in
 * them out, and a change within another's insertion would go with it. Returns the place outside of them.
 */
export function splitAround(start: Element, startSide: Side, nextId: () => number): Beside {
  let [node, side] = [start, startSide];
  for (let parent = node.parentElement; parent && isChangeAround(parent); parent = node.parentElement) {
    const first = side === 'before' ? node : node.nextElementSibling;
    if (first && first !== parent.firstElementChild) moveHead(parent, first, nextId);
    [node, side] = first ? [parent, 'before'] : [parent, 'after'];
  }
  return { node, side };
}

/** Moves the content before a child into a copy of the element before it. */
function moveHead(parent: Element, until: Element, nextId: () => number): void {
  const head = parent.ownerDocument.importNode(parent, false);
  setId(head, nextId());
  while (parent.firstChild && parent.firstChild !== until) head.append(parent.firstChild);
  parent.before(head);
}

/** Ids from here on are skipped when the largest one is looked for, so that the next one stays a 32-bit integer. */
const largestUsual = 1_000_000_000;

/**
 * Hands out ids that no annotation in any part of a file has: comments, tracked changes, bookmarks, permissions and others share
 * one space of numbers (ECMA-376, part 1: 17.13.3).
 */
export function createUnusedIds(parts: PackageParts): () => number {
  const used = new Set<number>();
  let last = 0;
  for (const xml of parts.values())
    for (const [, digits] of xml.matchAll(/[\s:]id\s*=\s*["']\s*(\d{1,10})\s*["']/g)) {
      const id = Number(digits);
      used.add(id);
      if (id < largestUsual) last = Math.max(last, id);
    }
  return () => {
    do last += 1;
    while (used.has(last));
    return last;
  };
}

/** A part of a text element, in the run that it is in now. */
interface Piece {
  start: number;
  end: number;
  run: Element;
}

/** Splits runs at cuts. The first part of each stays the same element; all parts keep its attributes and properties. */
export class SplitRuns {
  private readonly pieces = new Map<Element, Piece[]>();

  constructor(
    private readonly cuts: Cuts,
    private readonly nextId: () => number,
  ) {
    for (const run of cuts.listHolders(getHolder)) if (run.localName === 'r') this.split(run);
  }

  /** The run that begins with the text at an offset of an element, which was cut there. */
  getRunFrom(element: Element, offset: number): Element {
    return this.pieces.get(element)?.find(({ start }) => start === offset)?.run ?? getHolder(element);
  }

  /** The run that ends with the text before an offset of an element, which was cut there. */
  getRunBefore(element: Element, offset: number): Element {
    return this.pieces.get(element)?.find(({ end }) => end === offset)?.run ?? getHolder(element);
  }

  /** The run that holds the text at an offset of an element. */
  getRunAt(element: Element, offset: number): Element {
    const piece = this.pieces.get(element)?.find(({ start, end }) => start <= offset && offset < end);
    return piece?.run ?? getHolder(element);
  }

  private split(run: Element): void {
    const properties = findChild(run, 'rPr');
    let current = run;
    let isEmpty = true;
    let isCutBefore = false;
    const place = (node: Node): Element => {
      if (isCutBefore && !isEmpty) {
        const next = run.ownerDocument.importNode(run, false);
        if (properties) next.append(copyWithNewIds(properties, this.nextId));
        current.after(next);
        current = next;
        isEmpty = true;
      }
      isCutBefore = false;
      if (current !== run) current.append(node);
      isEmpty &&= !(node instanceof Element);
      return current;
    };
    for (const node of Array.from(run.childNodes)) {
      if (node === properties) continue;
      const offsets = node instanceof Element ? this.cuts.offsets.get(node) : undefined;
      if (!offsets || !(node instanceof Element)) {
        place(node);
        continue;
      }
      const length = getElementLength(node);
      const inner = Array.from(offsets).filter((offset) => offset > 0 && offset < length);
      const starts = [0, ...inner.toSorted((a, b) => a - b)];
      isCutBefore ||= offsets.has(0);
      const own = cutText(node, starts).map((part, index): Piece => {
        isCutBefore ||= index > 0;
        return { start: starts[index] ?? 0, end: starts[index + 1] ?? length, run: place(part) };
      });
      this.pieces.set(node, own);
      isCutBefore = offsets.has(length);
    }
  }
}
