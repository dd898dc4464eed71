import { findChild, getChildValue } from '../../../xml';
import { getElementLength, getHolder } from '../story/edited-story';
import type { FileText } from './text-places';

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
