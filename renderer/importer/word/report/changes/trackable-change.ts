import type { PlanChange } from '../../../../../shared/reports/word/word-plan';
import type { ClosedField } from '../places/closed-fields';
import { type ElementOffset, isIndivisible } from '../places/element-offset';
import type { FileText, TextPlaces } from '../places/text-places';
import { type EditedStory, getElementLength } from '../story/edited-story';
import type { Side } from '../story/split-around';
import { holdsKept, isBlank, isCovered } from './deletable-text';
import { findTrackableParagraph } from './trackable-place';

/** A change that can be tracked, and where it is in the file. */
export interface TrackableChange {
  change: PlanChange;
  story: EditedStory;
  /** The text that is deleted; null where text is only inserted. */
  deleted: { start: ElementOffset; end: ElementOffset } | null;
  /** The text beside which text is inserted. */
  beside: ElementOffset & { side: Side };
  /** The text whose look the inserted text takes, and whether the file has the same characters there. */
  look: ElementOffset & { isPlain: boolean };
}

/** Elements that can be white space of a draft. */
const mayBeSpace = new Set(['t', 'tab', 'ptab']);

type FindFields = (story: EditedStory) => ReadonlyMap<Element, ClosedField>;

/** Finds where a change can be tracked; null where the file does not allow it, or its text can't be hit exactly. */
export class ChangeFinder {
  constructor(
    private readonly places: TextPlaces,
    private readonly findFields: FindFields,
  ) {}

  /** `isAtStart` says that inserted text belongs to the words after it. */
  find(change: PlanChange, isAtStart: boolean): TrackableChange | null {
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
      ...{ change, story, deleted: null, beside: { element, offset, side } },
      look: { element: plain.element, offset: plain.start, isPlain: plain.isVerbatim },
    };
  }

  private findCharacter(offset: number): FileText | null {
    const text = this.places.getCharacter(offset);
    return text && findTrackableParagraph(text.element, this.findFields(text.story)) && text;
  }

  private findDeletion(change: PlanChange): TrackableChange | null {
    const { start, end } = change.span;
    const texts: FileText[] = [];
    for (const text of this.places.list(start, end)) {
      if (!text) return null;
      texts.push(text);
    }
    const [first, last] = [texts[0], texts.at(-1)];
    if (!first?.isExact || !last?.isExact || texts.some(({ story }) => story !== first.story)) return null;
    const stop = this.extendOverSpace(end, last);
    if (isIndivisible(first.element, first.start) || isIndivisible(stop.element, stop.offset)) return null;
    if (!this.isDeletable(texts, first, stop)) return null;
    const plain = texts.find(({ isVerbatim }) => isVerbatim) ?? first;
    return {
      ...{ change, story: first.story },
      deleted: { start: { element: first.element, offset: first.start }, end: stop },
      beside: { ...stop, side: 'after' },
      look: { element: plain.element, offset: plain.start, isPlain: plain.isVerbatim },
    };
  }

  /** A space of the draft stands for all white space there, which goes with it. */
  private extendOverSpace(end: number, last: FileText): ElementOffset & { index: number } {
    const stop = { element: last.element, offset: last.end, index: last.index };
    const next = this.places.getCharacter(end);
    if (!isBlank(this.places.getText(end - 1, end)) || next?.story !== last.story) return stop;
    for (let index = last.index; index <= next.index; index += 1) {
      const element = last.story.elements[index];
      if (!element || !mayBeSpace.has(element.localName)) return stop;
      if (element.closest('p') !== last.element.closest('p')) return stop;
      const from = index === last.index ? last.end : 0;
      const to = index === next.index ? next.start : getElementLength(element);
      if (!isBlank((element.textContent ?? '').slice(from, to))) return stop;
      if (to > from) Object.assign(stop, { element, offset: to, index });
    }
    return stop;
  }

  /** Whether there is nothing but the words of the change, white space and what is deleted already between two places. */
  private isDeletable(
    texts: readonly FileText[],
    first: FileText,
    stop: ElementOffset & { index: number },
  ): boolean {
    const { story } = first;
    const fields = this.findFields(story);
    const paragraph = findTrackableParagraph(first.element, fields);
    if (!paragraph) return false;
    let next = 0;
    for (let index = first.index; index <= stop.index; index += 1) {
      const element = story.elements[index];
      if (!element) return false;
      const own: FileText[] = [];
      while (texts[next]?.index === index) own.push(...texts.slice(next, ++next));
      if (own.length === 0 && element.closest('del, moveFrom')) continue;
      if (findTrackableParagraph(element, fields) !== paragraph) return false;
      const from = index === first.index ? first.start : 0;
      const to = index === stop.index ? stop.offset : getElementLength(element);
      if (!isCovered(element, from, to, own)) return false;
    }
    return next === texts.length && !holdsKept(story, first.element, stop.element);
  }
}
