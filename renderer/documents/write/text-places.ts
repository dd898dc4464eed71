import { getSegmentLength, type TextMap, type TextSegment } from '#shared/domain/base/text-map.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import { findChild, getChildValue } from '../read/base/xml.ts';
import type { StoryPart } from '../read/word/document/word-document.ts';
import { createWordMarkup, type WordMarkup } from './word-markup.ts';

/** A part with text of the article, which is rewritten in place. */
export interface EditedStory {
  /** As `PackageParts` has it. */
  name: string;
  root: Element;
  document: Document;
  /** Its text elements as they were before any edit, in the order in which the map counts them. */
  elements: readonly Element[];
  indexes: ReadonlyMap<Element, number>;
  markup: WordMarkup;
  isMain: boolean;
}

/** The main part: its name, as `PackageParts` has it, and its root. */
export type MainPart = Pick<EditedStory, 'name' | 'root'>;

export function createEditedStory({ name, root, elements }: StoryPart, isMain: boolean): EditedStory {
  const document = root.ownerDocument;
  return {
    name,
    root,
    document,
    isMain,
    elements: Array.from(elements.keys()),
    indexes: elements,
    markup: createWordMarkup(root),
  };
}

/** How many places for cuts a text element has, less one: the UTF-16 code units of its text, 1 for an element that stands for text. */
export function getElementLength(element: Element): number {
  return element.localName === 't' ? (element.textContent ?? '').length : 1;
}

/** The run that holds a text element; the element itself where it is in none, as in formulas. */
export function getHolder(element: Element): Element {
  const parent = element.parentElement;
  const isRun =
    parent?.localName === 'r' && parent.namespaceURI === element.ownerDocument.documentElement.namespaceURI;
  return isRun ? parent : element;
}

type FileSegment = Extract<TextSegment, { part: number }>;

const isInFile = (segment: TextSegment | undefined): segment is FileSegment =>
  segment !== undefined && 'part' in segment;

const getReplaced = (segment: TextSegment | undefined) =>
  isInFile(segment) && 'text' in segment ? segment.text : null;

const isOfElement = (
  segment: TextSegment | undefined,
  { part, element }: FileSegment,
): segment is FileSegment => isInFile(segment) && segment.part === part && segment.element === element;

/**
 * Finds text that is written differently in the file: from an offset in a segment to another, in UTF-16 code units. The map has no
 * offset for it: it is between the text before and after it in the same element. Where it has as many code units in the file, apart
 * from white space around it, each is found.
 */
function locateReplaced(
  segments: readonly TextSegment[],
  index: number,
  element: Element,
  { from, to }: { from: number; to: number },
): { start: number; end: number; isExact: boolean } {
  const segment = segments[index];
  if (!isInFile(segment)) throw new RangeError(`The segment ${index} is not in the file.`);
  const isBeside = (other: TextSegment | undefined) => isOfElement(other, segment) && 'text' in other;
  let [first, last] = [index, index];
  while (isBeside(segments[first - 1])) first -= 1;
  while (isBeside(segments[last + 1])) last += 1;
  const texts = segments.slice(first, last + 1).map((one) => getReplaced(one) ?? '');
  const text = texts.join('');
  const textBefore = texts.slice(0, index - first).join('').length;

  const [before, after] = [segments[first - 1], segments[last + 1]];
  const start = isOfElement(before, segment) && 'length' in before ? before.offset + before.length : 0;
  const end = isOfElement(after, segment) && 'length' in after ? after.offset : getElementLength(element);
  const [textStart, textEnd] = [textBefore + from, textBefore + to];
  const inFile = element.localName === 't' ? (element.textContent ?? '').slice(start, end) : '';
  const shift = findShift(inFile, text);
  return shift === null
    ? { start, end, isExact: textStart === 0 && textEnd === text.length }
    : { start: start + shift + textStart, end: start + shift + textEnd, isExact: true };
}

/** How much later each code unit of a text is in the text of the file; null when they are not one for one. */
function findShift(inFile: string, text: string): number | null {
  if (inFile.length === text.length) return 0;
  if (text.trim() === '' || inFile.trim().length !== text.trim().length) return null;
  const countSpace = (one: string) => one.length - one.trimStart().length;
  return countSpace(inFile) - countSpace(text);
}

/** Text of one element of the file: offsets in its text, in UTF-16 code units; 0 and 1 for an element that stands for text. */
export interface FileText {
  story: EditedStory;
  /** The index of the element in its story. */
  index: number;
  element: Element;
  start: number;
  end: number;
  /** Whether it is exactly the text that was asked for; otherwise it is the least that holds it. */
  isExact: boolean;
  /** Whether the file has the same characters; otherwise others, or an element, stand for them. */
  isVerbatim: boolean;
}

/** Finds where the text of a draft is in the file. All offsets into the draft are UTF-16 code units. */
export class TextPlaces {
  private readonly starts: number[] = [];
  private readonly segments: readonly TextSegment[];
  private readonly stories: (EditedStory | undefined)[];
  /** The length of the draft. */
  private readonly length: number;

  constructor({ parts, segments }: TextMap, stories: readonly EditedStory[]) {
    this.segments = segments;
    this.stories = parts.map((name) => stories.find((story) => story.name === name));
    let length = 0;
    for (const segment of segments) {
      this.starts.push(length);
      length += getSegmentLength(segment);
    }
    this.length = length;
  }

  /** The text of a span in the file, piece by piece, from its start or from its end; null for text that is in no file. */
  *list(start: number, end: number, direction: 1 | -1 = 1): Generator<FileText | null> {
    const first = this.findIndex(start);
    const last = this.findIndex(end - 1);
    for (let index = direction === 1 ? first : last; index >= first && index <= last; index += direction) {
      const segmentStart = at(this.starts, index);
      const length = getSegmentLength(at(this.segments, index));
      yield this.locate(index, Math.max(0, start - segmentStart), Math.min(length, end - segmentStart));
    }
  }

  /** All text of the file from an offset on. */
  listFrom(offset: number): Iterable<FileText | null> {
    return offset < this.length ? this.list(offset, this.length) : [];
  }

  /** All text of the file before an offset, from there to the start. */
  listBefore(offset: number): Iterable<FileText | null> {
    return offset > 0 ? this.list(0, offset, -1) : [];
  }

  /** The character at an offset; null when it is in no file. */
  getCharacter(offset: number): FileText | null {
    if (offset < 0 || offset >= this.length) return null;
    return this.list(offset, offset + 1).next().value ?? null;
  }

  /** The text of a span as the draft has it. */
  getText(start: number, end: number): string {
    let text = '';
    for (let index = this.findIndex(start); index < this.segments.length; index += 1) {
      const segmentStart = at(this.starts, index);
      if (segmentStart >= end) break;
      const segment = at(this.segments, index);
      const from = Math.max(0, start - segmentStart);
      const to = Math.min(getSegmentLength(segment), end - segmentStart);
      if ('text' in segment) text += segment.text.slice(from, to);
      else {
        const { element } = this.locate(index, from, to) ?? {};
        text += element?.textContent?.slice(segment.offset + from, segment.offset + to) ?? '';
      }
    }
    return text;
  }

  private findIndex(offset: number): number {
    return findFirstIndex(this.starts.length, (index) => at(this.starts, index) > offset) - 1;
  }

  private locate(index: number, from: number, to: number): FileText | null {
    const segment = at(this.segments, index);
    if (!isInFile(segment)) return null;
    const story = this.stories[segment.part];
    const element = story?.elements[segment.element];
    if (!story || !element) return null;
    const text = { story, element, index: segment.element };
    if ('length' in segment)
      return {
        ...text,
        start: segment.offset + from,
        end: segment.offset + to,
        isExact: true,
        isVerbatim: true,
      };
    return { ...text, ...locateReplaced(this.segments, index, element, { from, to }), isVerbatim: false };
  }
}

/** The first of the texts that is in the file and wanted. */
export function findText(
  texts: Iterable<FileText | null>,
  isWanted: (text: FileText) => boolean,
): FileText | null {
  for (const text of texts) if (text && isWanted(text)) return text;
  return null;
}

/** An offset in the text of a text element, in UTF-16 code units. */
export interface ElementOffset {
  element: Element;
  offset: number;
}

/**
 * Whether an element can't be cut at an offset: within a surrogate pair, and within raised text, whose figures are read as raised
 * characters only where there is nothing else in it.
 */
export function isIndivisible(element: Element, offset: number): boolean {
  return isInPair(element, offset) || isInRaised(element, offset);
}

function isInPair({ textContent }: Element, offset: number): boolean {
  return offset > 0 && (textContent?.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function isInRaised(element: Element, offset: number): boolean {
  if (offset === 0 || offset === getElementLength(element)) return false;
  return getChildValue(findChild(getHolder(element), 'rPr'), 'vertAlign') === 'superscript';
}

export function startOf({ element, start }: Pick<FileText, 'element' | 'start'>): ElementOffset {
  if (isInRaised(element, start)) return { element, offset: 0 };
  return { element, offset: isInPair(element, start) ? start - 1 : start };
}

export function endOf({ element, end }: Pick<FileText, 'element' | 'end'>): ElementOffset {
  if (isInRaised(element, end)) return { element, offset: getElementLength(element) };
  return { element, offset: isInPair(element, end) ? end + 1 : end };
}
