import type { FileText } from './text-places';

/** An offset in the text of a text element, in UTF-16 code units; never within a surrogate pair. */
export interface ElementOffset {
  element: Element;
  offset: number;
}

/** Whether an offset is between the two halves of a surrogate pair. */
export function isInPair({ textContent }: Element, offset: number): boolean {
  return offset > 0 && (textContent?.codePointAt(offset - 1) ?? 0) > 0xffff;
}

export function startOf({ element, start }: Pick<FileText, 'element' | 'start'>): ElementOffset {
  return { element, offset: isInPair(element, start) ? start - 1 : start };
}

export function endOf({ element, end }: Pick<FileText, 'element' | 'end'>): ElementOffset {
  return { element, offset: isInPair(element, end) ? end + 1 : end };
}
