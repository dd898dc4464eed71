import { splitAtBreaks } from '../../../../../shared/reports/word/changes/split-at-breaks';
import type { PlanChange } from '../../../../../shared/reports/word/word-plan';
import type { ClosedField } from '../places/closed-fields';
import { isIndivisible } from '../places/element-offset';
import type { FileText, TextPlaces } from '../places/text-places';
import type { EditedStory } from '../story/edited-story';
import { isBlank } from './deletable-text';
import { extendOverSpace, findDeletedRange, type StoryPlace } from './deleted-range';
import { findTwin } from './text-box-twins';
import type { TrackableChange } from './trackable-change';
import { findTrackableParagraph } from './trackable-place';

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
   * Changes are looked for in the order of the text. Lines, paragraphs and cells that stay have a change of their own each, and so has text that is in the file twice. `isAtStart` says that
   * inserted text belongs to the words after it.
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
      ...{ change, story, deleted: null, joined: null, beside: { element, offset, side } },
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
      ...{ change, story, deleted: range.texts },
      joined: range.joined.length > 0 ? { paragraphs: range.joined, last: range.last } : null,
      beside: range.texts ? { ...range.texts.end, side: 'after' } : { ...from, side: 'after' },
      look: { element: plain.element, offset: plain.start, isPlain: plain.isVerbatim },
    };
  }
}

const startOf = ({ element, index, start }: FileText): StoryPlace => ({ element, index, offset: start });
const endOf = ({ element, index, end }: FileText): StoryPlace => ({ element, index, offset: end });
