import { getAttribute } from '../../../xml';
import type { ClaimAnchor } from '../places/anchor-claims';
import type { EditedStory } from '../story/edited-story';

/** Text elements by their indexes, the last included; one that ends before it begins is the place between two of them. */
export interface ElementRange {
  from: number;
  to: number;
}

/** Reads which text elements the comments of a story are on, by the ids of the comments. Deleted texts do not count. */
export function readCommentRanges({ root, indexes }: EditedStory): Map<string, ElementRange> {
  const ranges = new Map<string, ElementRange>();
  const starts = new Map<string, number>();
  let next = 0;
  for (const element of root.querySelectorAll('*')) {
    const { localName } = element;
    if (localName === 'commentRangeStart') starts.set(getAttribute(element, 'id') ?? '', next);
    else if (localName === 'commentRangeEnd' || localName === 'commentReference') {
      const id = getAttribute(element, 'id') ?? '';
      if (!ranges.has(id)) ranges.set(id, { from: starts.get(id) ?? next, to: next - 1 });
    } else if (localName !== 'delText') next = (indexes.get(element) ?? next - 1) + 1;
  }
  return ranges;
}

/** The text elements that a claim has words in; null for a claim without a place. */
export function getAnchorRange(anchor: ClaimAnchor | null, { indexes }: EditedStory): ElementRange | null {
  const from = anchor && indexes.get(anchor.start.element);
  if (!anchor || from === undefined || from === null) return null;
  return { from, to: anchor.end ? (indexes.get(anchor.end.element) ?? from) : from };
}

/** Whether ranges have an element in common; one that is on none meets those beside it. */
export function meets(a: ElementRange, b: ElementRange): boolean {
  const isEmpty = a.to < a.from || b.to < b.from;
  return isEmpty ? a.from <= b.to + 1 && b.from <= a.to + 1 : a.from <= b.to && b.from <= a.to;
}
