import { at } from '../text/sequences/at';
import { findFirstIndex } from '../text/sequences/find-first-index';
import type { ComparableText } from './comparable-text';
import { isWordBoundary } from './word-boundaries';

/** The longest text that an ellipsis stands for, in UTF-16 code units. */
const maxEllipsisLength = 2_000;

/** Where a fragment of a quote occurs: UTF-16 offsets into the comparable text. */
export interface FragmentOccurrence {
  readonly start: number;
  readonly end: number;
  /** Where the first fragment of the same quote starts. */
  readonly quoteStart: number;
}

/** Finds the first fragment of a quote, whichever case its first letter has, in order. */
export function findFirstFragment(text: ComparableText, fragment: ComparableText): FragmentOccurrence[] {
  const spellings = new Set([fragment.text, swapFirstLetterCase(fragment.text)]);
  return Array.from(spellings, (spelling) => Array.from(findWholeWords(text, fragment, spelling)))
    .flat()
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + fragment.text.length, quoteStart: start }));
}

/** Finds a further fragment behind occurrences of the one before it, near enough for an ellipsis between the two. */
export function findContinuations(
  text: ComparableText,
  fragment: ComparableText,
  previous: readonly FragmentOccurrence[],
): FragmentOccurrence[] {
  const occurrences: FragmentOccurrence[] = [];
  let next = 0;
  for (const start of findWholeWords(text, fragment, fragment.text)) {
    while ((previous[next + 1]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const last = previous[next];
    if (last && last.end <= start && start - last.end <= maxEllipsisLength)
      occurrences.push({ start, end: start + fragment.text.length, quoteStart: last.quoteStart });
  }
  return occurrences;
}

/** The offsets of a fragment, in a certain spelling, where it consists of whole words; in order. */
function* findWholeWords(
  text: ComparableText,
  fragment: ComparableText,
  spelling: string,
): Generator<number> {
  let start = text.text.indexOf(spelling);
  for (; start !== -1; start = text.text.indexOf(spelling, start + 1))
    if (
      isBoundary(text, start) &&
      isBoundary(text, start + spelling.length) &&
      hasSameHyphens(text, fragment, start)
    )
      yield start;
}

function isBoundary(text: ComparableText, offset: number): boolean {
  return includes(text.hyphens, offset) || isWordBoundary(text.text, offset);
}

/** Whether the fragment has the hyphens of the text at an offset. A hyphen at a line end may be in one of the two only. */
function hasSameHyphens(text: ComparableText, fragment: ComparableText, start: number): boolean {
  for (const offset of fragment.hyphens)
    if (!includes(text.hyphens, start + offset) && !includes(text.lineEndHyphens, start + offset))
      return false;
  for (let index = findFrom(text.hyphens, start + 1); ; index += 1) {
    const offset = (text.hyphens[index] ?? Number.POSITIVE_INFINITY) - start;
    if (offset >= fragment.text.length) return true;
    if (!includes(fragment.hyphens, offset) && !includes(fragment.lineEndHyphens, offset)) return false;
  }
}

/** The index of the first of sorted offsets that is not before this one. */
function findFrom(offsets: readonly number[], offset: number): number {
  return findFirstIndex(offsets.length, (index) => at(offsets, index) >= offset);
}

function includes(offsets: readonly number[], offset: number): boolean {
  return offsets[findFrom(offsets, offset)] === offset;
}

/** The text with its first letter in the other case, unless that would change its length. */
function swapFirstLetterCase(text: string): string {
  const [first = ''] = text;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other.length === first.length ? other + text.slice(first.length) : text;
}
