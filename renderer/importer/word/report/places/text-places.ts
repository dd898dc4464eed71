import {
  getSegmentLength,
  type TextMap,
  type TextSegment,
} from '../../../../../shared/domain/draft/text-map';
import { at } from '../../../../../shared/text/sequences/at';
import { findFirstIndex } from '../../../../../shared/text/sequences/find-first-index';
import { type EditedStory, getElementLength } from '../story/edited-story';

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

type FileSegment = Extract<TextSegment, { part: number }>;

const isInFile = (segment: TextSegment | undefined): segment is FileSegment =>
  segment !== undefined && 'part' in segment;

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
    return { ...text, ...this.locateReplaced(index, segment, element, from, to), isVerbatim: false };
  }

  /**
   * Text that is written differently in the file has no offset in the map: it is between the text before and after it in the same
   * element. Where it has as many code units in the file, apart from white space around it, each is found.
   */
  private locateReplaced(index: number, segment: FileSegment, element: Element, from: number, to: number) {
    const isBeside = (other: TextSegment | undefined): other is FileSegment =>
      isInFile(other) && other.part === segment.part && other.element === segment.element;
    const getReplaced = (other: TextSegment | undefined) =>
      isBeside(other) && 'text' in other ? other.text : null;
    let text = getReplaced(segment) ?? '';
    let textBefore = 0;
    let [first, last] = [index, index];
    for (let more = getReplaced(this.segments[first - 1]); more !== null; ) {
      text = more + text;
      textBefore += more.length;
      first -= 1;
      more = getReplaced(this.segments[first - 1]);
    }
    for (let more = getReplaced(this.segments[last + 1]); more !== null; ) {
      text += more;
      last += 1;
      more = getReplaced(this.segments[last + 1]);
    }
    const [before, after] = [this.segments[first - 1], this.segments[last + 1]];
    const start = isBeside(before) && 'length' in before ? before.offset + before.length : 0;
    const end = isBeside(after) && 'length' in after ? after.offset : getElementLength(element);
    const [textStart, textEnd] = [textBefore + from, textBefore + to];
    const inFile = element.localName === 't' ? (element.textContent ?? '').slice(start, end) : '';
    const shift = findShift(inFile, text);
    return shift === null
      ? { start, end, isExact: textStart === 0 && textEnd === text.length }
      : { start: start + shift + textStart, end: start + shift + textEnd, isExact: true };
  }
}

/** How much later each code unit of a text is in the text of the file; null when they are not one for one. */
function findShift(inFile: string, text: string): number | null {
  if (inFile.length === text.length) return 0;
  if (text.trim() === '' || inFile.trim().length !== text.trim().length) return null;
  const countSpace = (one: string) => one.length - one.trimStart().length;
  return countSpace(inFile) - countSpace(text);
}

/** The first of the texts that is in the file and wanted. */
export function findText(
  texts: Iterable<FileText | null>,
  isWanted: (text: FileText) => boolean,
): FileText | null {
  for (const text of texts) if (text && isWanted(text)) return text;
  return null;
}
