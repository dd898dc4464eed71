import { joinMarkdownLines } from './escape-markdown';

/** The number that a list item starts with, as it is written, and its value. */
export interface ItemNumber {
  written: string;
  value: number;
  delimiter: string;
}

/** At most three figures: `1986. A year to remember` is no item of a numbered list. */
const itemNumber = /^([1-9]\d{0,2})([.)]) (?=\S)/;

/**
 * The number with which an item goes on with a numbered list after the item `before`, or begins one; null for others. CommonMark counts on
 * from a list's first number, so an item with a number that does not follow is none of the list, and keeps its number as words.
 */
export function readItemNumber(markdown: string, before: ItemNumber | null): ItemNumber | null {
  const [written, digits, delimiter] = itemNumber.exec(markdown) ?? [];
  if (written === undefined || digits === undefined || delimiter === undefined) return null;
  const value = Number(digits);
  const follows = before === null || (value === before.value + 1 && delimiter === before.delimiter);
  return follows ? { written, value, delimiter } : null;
}

/** Renders a list item, whose inline markup is escaped already. `lineBreak` ends a line. */
export function renderListItem(markdown: string, number: ItemNumber | null, lineBreak: string): string {
  const marker = number?.written ?? '- ';
  const text = markdown.slice(number?.written.length ?? 0);
  return marker + joinMarkdownLines(text, lineBreak + ' '.repeat(marker.length));
}
