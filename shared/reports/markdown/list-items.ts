import { joinMarkdownLines } from './escape-markdown';
import { type Markdown, md, reshapeMarkdown } from './markdown';

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
export function readItemNumber(markdown: Markdown, before: ItemNumber | null): ItemNumber | null {
  const [written, digits, delimiter] = itemNumber.exec(markdown) ?? [];
  if (written === undefined || digits === undefined || delimiter === undefined) return null;
  const value = Number(digits);
  const follows = before === null || (value === before.value + 1 && delimiter === before.delimiter);
  return follows ? { written, value, delimiter } : null;
}

/** Renders a list item, whose inline markup is escaped already. `lineBreak` ends a line. */
export function renderListItem(markdown: Markdown, number: ItemNumber | null, lineBreak: Markdown): Markdown {
  const length = number?.written.length ?? 0;
  const marker = number ? reshapeMarkdown(markdown, (text) => text.slice(0, length)) : md`- `;
  const text = reshapeMarkdown(markdown, (whole) => whole.slice(length));
  const indentation = reshapeMarkdown(marker, (written) => ' '.repeat(written.length));
  return md`${marker}${joinMarkdownLines(text, md`${lineBreak}${indentation}`)}`;
}
