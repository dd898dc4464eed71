import { type ClosedField, findClosed } from './closed-places';
import type { EditedStory } from './edited-story';
import { type Side, splitAround } from './split-runs';

/**
 * Opens places for the marks of comments: beside runs, or as near to them as readers keep comments. Each place is held by a comment of
 * XML until the marks take it, whatever is split around it later.
 */
export class Gaps {
  /** The last place after each element, so that several follow each other as they were asked for. */
  private readonly lastAfter = new Map<Element, Comment>();
  private readonly holders: Comment[] = [];

  constructor(
    private readonly story: EditedStory,
    private readonly fields: ReadonlyMap<Element, ClosedField>,
    private readonly nextId: () => number,
  ) {}

  /** The place right before or after a run. */
  openBeside(run: Element, side: Side): Comment {
    const whole = this.findWhole(run, side);
    if (isRunLevel(whole)) {
      const beside = splitAround(whole, side, this.nextId);
      return this.insert(beside.node, beside.side);
    }
    const opposite = side === 'before' ? 'after' : 'before';
    const paragraph = this.findParagraph(whole, side) ?? this.findParagraph(whole, opposite);
    if (!paragraph) return this.openFirst();
    const isPrevious = whole.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_PRECEDING;
    return isPrevious ? this.openAtEnd(paragraph) : this.openAtStart(paragraph);
  }

  /** The place before everything else in the first paragraph of the story. */
  openFirst(): Comment {
    const paragraphs = this.story.root.getElementsByTagNameNS('*', 'p');
    const first = Array.from(paragraphs).find(isOpenParagraph);
    if (first) return this.openAtStart(first);
    const created = this.story.markup.create('p');
    (this.story.root.querySelector('body') ?? this.story.root).prepend(created);
    return this.openAtEnd(created);
  }

  /** Closes all places that no mark took. */
  close(): void {
    for (const holder of this.holders) holder.remove();
  }

  /** The element around a run that has to stay whole: with a field of which it is a part. */
  private findWhole(run: Element, side: Side): Element {
    const passed = new Set<Element>();
    for (let whole = findClosed(run) ?? run; ; ) {
      const first = whole.localName === 'r' ? whole : whole.querySelector('r');
      const field = first && this.fields.get(first);
      if (!field || passed.has(whole)) return whole;
      passed.add(whole);
      const edge = side === 'before' ? field.begin : field.end;
      whole = findClosed(edge) ?? edge;
    }
  }

  /** The nearest paragraph before or after an element. */
  private findParagraph(element: Element, side: Side): Element | null {
    const walker = this.story.document.createTreeWalker(this.story.root, NodeFilter.SHOW_ELEMENT);
    walker.currentNode = side === 'before' ? element : findLast(element);
    const step = () => (side === 'before' ? walker.previousNode() : walker.nextNode());
    for (let node = step(); node; node = step())
      if (node instanceof Element && node.localName === 'p' && isOpenParagraph(node)) return node;
    return null;
  }

  private openAtStart(paragraph: Element): Comment {
    const holder = this.createHolder();
    const properties = paragraph.firstElementChild;
    if (properties?.localName === 'pPr') properties.after(holder);
    else paragraph.prepend(holder);
    return holder;
  }

  private openAtEnd(paragraph: Element): Comment {
    const holder = this.createHolder();
    paragraph.append(holder);
    return holder;
  }

  private insert(node: Element, side: Side): Comment {
    const holder = this.createHolder();
    if (side === 'before') node.before(holder);
    else {
      (this.lastAfter.get(node) ?? node).after(holder);
      this.lastAfter.set(node, holder);
    }
    return holder;
  }

  private createHolder(): Comment {
    const holder = this.story.document.createComment('');
    this.holders.push(holder);
    return holder;
  }
}

const isOpenParagraph = (paragraph: Element) => findClosed(paragraph) === paragraph;

/** Whether an element is in a paragraph, as a run is that some documents have without one. */
const isRunLevel = (element: Element) =>
  element.localName === 'r' || element.parentElement?.closest('p') != null;

function findLast(element: Element): Node {
  let last: Node = element;
  while (last.lastChild) last = last.lastChild;
  return last;
}
