/** What stands in the margin: where the middle of its line is, and how wide it is, in CSS pixels. */
export interface MarginItem {
  middle: number;
  width: number;
}

/** What stands beside one line, side by side; what finds no room there is behind a button that says how much. */
interface MarginRow<T> {
  middle: number;
  shown: T[];
  hidden: T[];
}

/** Parts of one line, as raised figures and bold words, have their middles nearly at one height. */
const sameLine = 8;

export const marginGap = 4;

/** The button for what is hidden. */
export const moreWidth = 24;

function rowOf<T extends MarginItem>(middle: number, items: readonly T[], room: number): MarginRow<T> {
  const total = items.reduce((sum, { width }) => sum + width + marginGap, -marginGap);
  if (total <= room) return { middle, shown: [...items], hidden: [] };
  const shown: T[] = [];
  let used = moreWidth;
  for (const item of items) {
    used += item.width + marginGap;
    if (shown.length > 0 && used > room) break;
    shown.push(item);
  }
  return { middle, shown, hidden: items.slice(shown.length) };
}

/**
 * One row for each line on which something begins, never on a line of others: what begins on the same line stands side by
 * side, as far as there is room. `items` are in reading order.
 */
export function marginRows<T extends MarginItem>(items: readonly T[], room: number): MarginRow<T>[] {
  const lines: { middle: number; items: T[] }[] = [];
  for (const item of items) {
    const line = lines.find(({ middle }) => Math.abs(middle - item.middle) <= sameLine);
    if (line) line.items.push(item);
    else lines.push({ middle: item.middle, items: [item] });
  }
  return lines.map((line) => rowOf(line.middle, line.items, room));
}
