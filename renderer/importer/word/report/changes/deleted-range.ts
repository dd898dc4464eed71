import type { ClosedField } from '../places/closed-fields';
import { isIndivisible } from '../places/element-offset';
import type { FileText } from '../places/text-places';
import { type EditedStory, getElementLength } from '../story/edited-story';
import { holdsKept, isBlank, isCovered } from './deletable-text';
import { canJoin, findNextParagraph, isJoined } from './paragraph-marks';
import { findTrackableParagraph } from './trackable-place';

/** A place in the text of a story: an offset in the text element with this index. */
export interface StoryPlace {
  element: Element;
  index: number;
  offset: number;
}

/** Everything that a deletion takes along. */
export interface DeletedRange {
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
export function findDeletedRange(
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
export function extendOverSpace(story: EditedStory, end: StoryPlace, next: FileText | null): StoryPlace {
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
