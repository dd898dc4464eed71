import { findChild } from '../../../xml';
import { copyWithNewIds } from './copy-with-new-ids';
import { cutText } from './cut-text';
import type { Cuts } from './cuts';
import { getElementLength, getHolder } from './edited-story';

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
