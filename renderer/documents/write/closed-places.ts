import { findChild, getAttribute, getChildValue } from '../read/base/xml.ts';
import { readToggle } from '../read/word/document/styles.ts';
import { findCompleteFields } from '../read/word/reading/reading-state.ts';
import { type Side, splitAround } from './split-runs.ts';
import type { EditedStory } from './text-places.ts';

/** Content controls whose content programs replace: they choose, compute or fetch it (ECMA-376, part 1: 17.5.2). */
const replacedContent = [
  'dataBinding',
  'dropDownList',
  'comboBox',
  'date',
  'picture',
  'checkbox',
  'citation',
];

/** Whether the content of a content control (`sdt`) is its own, so that a comment in it stays. */
export function isOpenControl(control: Element): boolean {
  const properties = findChild(control, 'sdtPr');
  return (
    readToggle(properties, 'showingPlcHdr') !== true &&
    replacedContent.every((name) => findChild(properties, name) === null)
  );
}

/** Whether the content of a content control may not be edited (17.5.2.23). */
export function isContentLocked(control: Element): boolean {
  return /^(contentLocked|sdtContentLocked)$/.test(getChildValue(findChild(control, 'sdtPr'), 'lock') ?? '');
}

/** A complex field: the runs of its first and last character. */
export interface ClosedField {
  begin: Element;
  end: Element;
}

interface OpenField {
  begin: Element;
  instruction: string;
  isInResult: boolean;
  runs: Element[];
}

/**
 * The runs of complex fields (ECMA-376, part 1: 17.16.18) by the outermost field that they belong to. Programs write results anew, so
 * nothing is added there. Links are no such fields: their result is text as any other.
 */
export function findClosedFields(root: Element): Map<Element, ClosedField> {
  const closed = new Map<Element, ClosedField>();
  const complete = findCompleteFields(root);
  if (complete.size === 0) return closed;
  const openByStory = new Map<Element | null, OpenField[]>();
  for (const element of root.querySelectorAll('r, fldChar, instrText')) {
    const story = element.closest('txbxContent, footnote, endnote');
    const open = openByStory.get(story) ?? [];
    openByStory.set(story, open);
    const last = open.at(-1);
    if (element.localName === 'r') last?.runs.push(element);
    else if (element.localName === 'instrText') {
      if (last && !last.isInResult) last.instruction += element.textContent ?? '';
    } else if (complete.has(element)) readCharacter(element, open, closed);
  }
  return closed;
}

function readCharacter(element: Element, open: OpenField[], closed: Map<Element, ClosedField>): void {
  const run = element.parentElement;
  const type = getAttribute(element, 'fldCharType');
  const last = open.at(-1);
  if (type === 'begin') {
    if (run) open.push({ begin: run, instruction: '', isInResult: false, runs: [run] });
    return;
  }
  if (!last || !run) return;
  if (type === 'separate') {
    last.isInResult = true;
    return;
  }
  open.pop();
  const isLink = /^\s*HYPERLINK\b/i.test(last.instruction);
  // A field around this one comes later, and takes its runs over.
  if (!isLink) for (const one of [...last.runs, run]) closed.set(one, { begin: last.begin, end: run });
  open.at(-1)?.runs.push(...last.runs);
}

/** Elements between a run and its paragraph in which programs keep comments. */
const openInParagraph = new Set(['hyperlink', 'sdtContent', 'ins', 'moveTo']);

/** Elements around paragraphs in which programs drop comments. */
const closedAround = new Set(['del', 'moveFrom', 'AlternateContent', 'ruby', 'oMath']);

/** Elements that end what belongs to a paragraph; the last ones hold loose runs in some documents. */
const paragraphEnds = new Set(['p', 'tc', 'body', 'footnote', 'endnote']);

/**
 * Finds the outermost element around a run, a formula or a paragraph, or the formula or paragraph itself, that has to stay whole: programs
 * drop comments in simple fields, in content controls that are bound to data, in smart tags, in text boxes and elsewhere. Null when a
 * comment may begin or end right beside the run. Within a text box changes are tracked, although programs drop comments there.
 */
export function findClosed(
  run: Element,
  where: 'in the story' | 'in its text box' = 'in the story',
): Element | null {
  let closed: Element | null = run.localName === 'r' ? null : run;
  let isInParagraph = run.localName !== 'p';
  for (let around = run.parentElement; around; around = around.parentElement) {
    const { localName } = around;
    if (localName === 'txbxContent' && where === 'in its text box') break;
    if (paragraphEnds.has(localName)) isInParagraph = false;
    else if (localName === 'sdt') closed = isOpenControl(around) ? closed : around;
    else if (localName === 'r' || localName === 'txbxContent') {
      // A text box is in a run of a paragraph around it.
      closed = around;
      isInParagraph = true;
    } else if (isInParagraph ? !openInParagraph.has(localName) : closedAround.has(localName)) closed = around;
  }
  return closed;
}

/**
 * Opens places for the marks of comments: beside runs, or as near to them as programs keep comments. Each place is held by a comment of
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
