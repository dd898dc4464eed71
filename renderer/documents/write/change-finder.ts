import { splitAtBreaks } from '#shared/reports/word/diff-words.ts';
import type { PlanChange } from '#shared/reports/word/word-plan.ts';
import { getAttribute } from '../read/base/xml.ts';
import { type ClosedField, findClosed, isContentLocked, isOpenControl } from './closed-places.ts';
import { canJoin, findNextParagraph, isJoined } from './paragraph-marks.ts';
import type { Side } from './split-runs.ts';
import {
  type EditedStory,
  type ElementOffset,
  type FileText,
  getElementLength,
  getHolder,
  isIndivisible,
  type TextPlaces,
} from './text-places.ts';

/** Elements that a deletion would take along without a word: pictures, notes, fields, and whatever else is in the text. */
const kept = new Set([
  'drawing',
  'pict',
  'object',
  'AlternateContent',
  'ruby',
  'oMath',
  'oMathPara',
  'fldSimple',
  'fldChar',
  'footnoteReference',
  'endnoteReference',
  'footnoteRef',
  'endnoteRef',
  'contentPart',
  'subDoc',
  'control',
]);

const isBlank = (text: string) => text.trim() === '';

/** Whether texts are all that an element shows between two offsets. */
function isCovered(element: Element, from: number, to: number, texts: readonly FileText[]): boolean {
  const { localName } = element;
  if (localName === 'br') {
    const type = getAttribute(element, 'type');
    return type === null || type === 'textWrapping';
  }
  if (localName !== 't') return texts.length > 0 || localName === 'tab' || localName === 'cr';
  const content = element.textContent ?? '';
  let end = from;
  for (const text of texts) {
    if (!isBlank(content.slice(end, text.start))) return false;
    end = Math.max(end, text.end);
  }
  return isBlank(content.slice(end, to));
}

/** Whether a deletion from one element to another would take something along that is not text. */
function holdsKept({ document, root }: EditedStory, first: Element, last: Element): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = first;
  for (let node: Node | null = first; node; node = walker.nextNode()) {
    if (node instanceof Element && kept.has(node.localName)) return true;
    if (node === last) return false;
  }
  return false;
}

/** Elements between a run and its paragraph in which changes are tracked. */
const openInParagraph = new Set(['hyperlink', 'ins', 'moveTo', 'smartTag', 'sdt', 'sdtContent']);

/**
 * The paragraph of a text element if its text can be changed there, with the change tracked; null where programs write the text anew,
 * as in fields and bound content controls, or where it is locked.
 */
function findTrackableParagraph(element: Element, fields: ReadonlyMap<Element, ClosedField>): Element | null {
  const run = getHolder(element);
  if (run === element || fields.has(run)) return null;
  let inside: Element | null = run.parentElement;
  while (inside && openInParagraph.has(inside.localName)) inside = inside.parentElement;
  if (inside?.localName !== 'p' || findClosed(inside, 'in its text box') !== inside) return null;
  for (let around = run.parentElement; around; around = around.parentElement) {
    if (around.localName === 'sdt' && (isContentLocked(around) || !isOpenControl(around))) return null;
    // The text box may be in the result of a field.
    if (around.localName === 'r' && fields.has(around)) return null;
  }
  return inside;
}

/** A place in the text of a story: an offset in the text element with this index. */
interface StoryPlace {
  element: Element;
  index: number;
  offset: number;
}

/** Everything that a deletion takes along. */
interface DeletedRange {
  /** The first and the last text; null when only paragraph marks are deleted. */
  texts: { start: StoryPlace; end: StoryPlace } | null;
  /** The paragraphs whose marks are deleted, in order. */
  joined: Element[];
  /** The paragraph that the first of them is joined with. */
  last: Element;
}

/**
 * Finds what is deleted from one place to another. Null where there is anything but the words, white space, what is deleted already and the
 * marks of paragraphs that follow each other. `texts` are all words between the places, in order.
 */
function findDeletedRange(
  {
    story,
    from,
    to,
    texts,
  }: { story: EditedStory; from: StoryPlace; to: StoryPlace; texts: readonly FileText[] },
  fields: ReadonlyMap<Element, ClosedField>,
): DeletedRange | null {
  let paragraph = findTrackableParagraph(from.element, fields);
  if (!paragraph) return null;
  const joined: Element[] = [];
  const shown: { start: StoryPlace; end: StoryPlace }[] = [];
  let next = 0;
  for (let index = from.index; index <= to.index; index += 1) {
    const element = story.elements[index];
    if (!element) return null;
    const own: FileText[] = [];
    for (let text = texts[next]; text?.index === index; text = texts[next]) {
      own.push(text);
      next += 1;
    }
    // Tab stops of paragraphs are among the elements, and show nothing.
    if (own.length === 0 && element.closest('del, moveFrom, tabs')) continue;
    const around = findTrackableParagraph(element, fields);
    if (!around) return null;
    while (paragraph !== around) {
      const following: Element | null = findNextParagraph(paragraph);
      if (!following || !(paragraph.compareDocumentPosition(around) & Node.DOCUMENT_POSITION_FOLLOWING))
        return null;
      if (!isJoined(paragraph)) joined.push(paragraph);
      paragraph = following;
    }
    const start = index === from.index ? from.offset : 0;
    const end = index === to.index ? to.offset : getElementLength(element);
    if (!isCovered(element, start, end, own)) return null;
    if (end > start)
      shown.push({ start: { element, index, offset: start }, end: { element, index, offset: end } });
  }
  if (next !== texts.length || holdsKept(story, from.element, to.element)) return null;
  let last = paragraph;
  for (let after = last; isJoined(last); last = after) {
    const following = findNextParagraph(last);
    if (!following) break;
    after = following;
  }
  if (!canJoin(joined, last)) return null;
  const [first, end] = [shown[0], shown.at(-1)];
  const range = first && end ? { start: first.start, end: end.end } : null;
  if (range && [range.start, range.end].some(({ element, offset }) => isIndivisible(element, offset)))
    return null;
  return { texts: range, joined, last };
}

/**
 * A space of the draft stands for all white space there, which goes with it: moves the end of words that end with one. `next` is what
 * follows in the draft.
 */
function extendOverSpace(story: EditedStory, end: StoryPlace, next: FileText | null): StoryPlace {
  if (next?.story !== story) return end;
  let stop = end;
  for (let index = end.index; index <= next.index; index += 1) {
    const element = story.elements[index];
    if (!element || !mayBeSpace.has(element.localName)) return stop;
    if (element.closest('p') !== end.element.closest('p')) return stop;
    const from = index === end.index ? end.offset : 0;
    const to = index === next.index ? next.start : getElementLength(element);
    if (!isBlank((element.textContent ?? '').slice(from, to))) return stop;
    if (to > from) stop = { element, offset: to, index };
  }
  return stop;
}

/** Elements that can be white space of a draft. */
const mayBeSpace = new Set(['t', 'tab', 'ptab']);

/** A change that can be tracked, and where it is in the file. */
export interface TrackableChange {
  change: PlanChange;
  story: EditedStory;
  /** The text that is deleted; null where none is. */
  deleted: { start: ElementOffset; end: ElementOffset } | null;
  /** The paragraphs whose marks are deleted, and the one that they are joined with; null for none. */
  joined: { paragraphs: Element[]; last: Element } | null;
  /** The text beside which text is inserted. */
  beside: ElementOffset & { side: Side };
  /** The text whose look the inserted text takes, and whether the file has the same characters there. */
  look: ElementOffset & { isPlain: boolean };
}

/** Attributes that differ between two copies of the same text. */
const ofCopy = /^(id|paraId|textId|rsid\w*)$/;

/**
 * Finds the places of a change in the other copies of its text box: a file has it for new programs and, in the alternatives of the same
 * content (ECMA-376, part 3: 7.5), for old ones. None for text outside of boxes; null when a copy has other text.
 */
function findTwin(found: TrackableChange): TrackableChange[] | null {
  const box = found.beside.element.closest('txbxContent');
  const alternatives = box?.closest('AlternateContent');
  if (!box || !alternatives) return [];
  // Boxes within boxes would need a copy in each copy of the outer one.
  if (alternatives.parentElement?.closest('AlternateContent')) return null;
  const branches = Array.from(alternatives.children);
  const own = branches.find((branch) => branch.contains(box));
  const index = own ? listBoxes(own).indexOf(box) : -1;
  const twins: TrackableChange[] = [];
  for (const branch of branches) {
    if (branch === own) continue;
    const boxes = listBoxes(branch);
    const copy = boxes[index];
    // A picture of the box is no text.
    if (boxes.length === 0 && branch.querySelector('t') === null) continue;
    if (!copy || describeContent(copy) !== describeContent(box)) return null;
    const twin = moveTo(found, box, copy);
    if (!twin) return null;
    twins.push(twin);
  }
  return twins;
}

const listBoxes = (branch: Element) => Array.from(branch.querySelectorAll('txbxContent'));

/** The content of a box in a form that does not depend on ids. */
function describeContent(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter(({ localName }) => !ofCopy.test(localName))
    .map(({ name, value }) => `${name}=${value}`);
  const content = Array.from(element.childNodes, (node) =>
    node instanceof Element ? describeContent(node) : (node.textContent ?? ''),
  );
  return `${element.localName}(${attributes.join(' ')})[${content.join('')}]`;
}

function moveTo(found: TrackableChange, box: Element, copy: Element): TrackableChange | null {
  const elements = Array.from(box.querySelectorAll('*'));
  const copies = Array.from(copy.querySelectorAll('*'));
  const move = (element: Element) => copies[elements.indexOf(element)];
  const moveLocation = <Place extends ElementOffset>(place: Place): Place | null => {
    const element = move(place.element);
    return element ? { ...place, element } : null;
  };
  const { deleted, joined } = found;
  const [start, end] = [deleted && moveLocation(deleted.start), deleted && moveLocation(deleted.end)];
  const [beside, look] = [moveLocation(found.beside), moveLocation(found.look)];
  const paragraphs = (joined?.paragraphs ?? []).flatMap((paragraph) => move(paragraph) ?? []);
  const last = joined && move(joined.last);
  if (!beside || !look) return null;
  return {
    ...found,
    beside,
    look,
    deleted: start && end ? { start, end } : null,
    joined: last ? { paragraphs, last } : null,
  };
}

type FindFields = (story: EditedStory) => ReadonlyMap<Element, ClosedField>;

/** Finds where a change can be tracked; null where the file does not allow it, or its text can't be hit exactly. */
export class ChangeFinder {
  /** Where the last change ended in the draft. */
  private lastEnd = 0;

  constructor(
    private readonly places: TextPlaces,
    private readonly findFields: FindFields,
  ) {}

  /**
   * Changes are looked for in the order of the text. Lines, paragraphs and cells that stay have a change of their own each, and so has text
   * that is in the file twice. `isAtStart` says that inserted text belongs to the words after it.
   */
  find(change: PlanChange, isAtStart: boolean): TrackableChange[] | null {
    const { start, end } = change.span;
    // The text around it shows whether it takes half of a blank line.
    const from = Math.max(0, start - 1);
    const around = this.places.getText(from, end + 1);
    const parts = splitAtBreaks(around, { start: start - from, end: end - from, text: change.text });
    const found: TrackableChange[] = [];
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last || from + first.start < this.lastEnd) return null;
    for (const { start: partStart, end: partEnd, text } of parts) {
      const part = { ...change, span: { start: from + partStart, end: from + partEnd }, text };
      const one = this.findPart(part, isAtStart && part.span.start === start);
      const twin = one && findTwin(one);
      if (!one || !twin) return null;
      found.push(one, ...twin);
    }
    this.lastEnd = from + last.end;
    return found;
  }

  private findPart(change: PlanChange, isAtStart: boolean): TrackableChange | null {
    return change.span.start === change.span.end
      ? this.findInsertion(change, isAtStart)
      : this.findDeletion(change);
  }

  private findInsertion(change: PlanChange, isAtStart: boolean): TrackableChange | null {
    const before = this.findCharacter(change.span.start - 1);
    const after = this.findCharacter(change.span.start);
    // White space at the end of a line is not in the draft, so text goes before it.
    const isBeforeText =
      isAtStart && after !== null && !isBlank(this.places.getText(change.span.start, change.span.start + 1));
    const text = isBeforeText ? after : (before ?? after);
    if (!text) return null;
    // A space of the draft may be the last of several in the file, of which text would go into the middle.
    if (
      text === after &&
      !isBeforeText &&
      isBlank(this.places.getText(change.span.start, change.span.start + 1))
    )
      return null;
    const { story, element } = text;
    const side = text === before ? 'after' : 'before';
    const offset = side === 'after' ? text.end : text.start;
    if (!text.isExact || isIndivisible(element, offset)) return null;
    const plain = [text, before, after].find((one) => one?.isVerbatim) ?? text;
    return {
      change,
      story,
      deleted: null,
      joined: null,
      beside: { element, offset, side },
      look: { element: plain.element, offset: plain.start, isPlain: plain.isVerbatim },
    };
  }

  private findCharacter(offset: number): FileText | null {
    const text = this.places.getCharacter(offset);
    return text && findTrackableParagraph(text.element, this.findFields(text.story)) && text;
  }

  private findDeletion(change: PlanChange): TrackableChange | null {
    const { start, end } = change.span;
    const all = [...this.places.list(start, end)];
    const texts = all.filter((text) => text !== null);
    // A break between lines or paragraphs is deleted as a whole, with the white space from the words before it to those after it.
    const isBreak = (offset: number) => this.places.getText(offset, offset + 1) === '\n';
    const before = all[0] && !isBreak(start) ? null : this.places.getCharacter(start - 1);
    const after = all.at(-1) && !isBreak(end - 1) ? null : this.places.getCharacter(end);
    const first = texts[0] ?? before;
    const last = texts.at(-1) ?? after;
    const edges = [before ?? first, first, last, after ?? last];
    if (!first || !last || edges.some((text) => !text?.isExact)) return null;
    const { story } = first;
    if ([...edges, ...texts].some((text) => text?.story !== story)) return null;
    const from = before ? endOf(before) : startOf(first);
    let to = after ? startOf(after) : endOf(last);
    if (!after && isBlank(this.places.getText(end - 1, end)))
      to = extendOverSpace(story, to, this.places.getCharacter(end));
    const isEdgeMissing = (!all[0] && !before) || (!all.at(-1) && !after);
    const range = isEdgeMissing ? null : findDeletedRange({ story, from, to, texts }, this.findFields(story));
    if (!range) return null;
    const plain = texts.find(({ isVerbatim }) => isVerbatim) ?? first;
    return {
      change,
      story,
      deleted: range.texts,
      joined: range.joined.length > 0 ? { paragraphs: range.joined, last: range.last } : null,
      beside: range.texts ? { ...range.texts.end, side: 'after' } : { ...from, side: 'after' },
      look: { element: plain.element, offset: plain.start, isPlain: plain.isVerbatim },
    };
  }
}

const startOf = ({ element, index, start }: FileText): StoryPlace => ({ element, index, offset: start });
const endOf = ({ element, index, end }: FileText): StoryPlace => ({ element, index, offset: end });
