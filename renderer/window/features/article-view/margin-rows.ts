/** An item in the margin, beside a line: the vertical middle of the line, and the item's width, in CSS pixels. */
interface MarginItem {
  middle: number;
  width: number;
}

/** The items beside one line. Those without room are hidden behind a button that shows their number. */
interface MarginRow<T> {
  middle: number;
  visible: T[];
  hidden: T[];
}

/** Parts of one line, such as superscripts and bold text, have middles that differ by at most this, in CSS pixels. */
const lineTolerance = 8;

/** Between two items, in CSS pixels. */
export const marginGap = 4;

/** The width of the button for hidden items, in CSS pixels. */
export const moreButtonWidth = 24;

function createRow<T extends MarginItem>(middle: number, items: readonly T[], room: number): MarginRow<T> {
  const total = items.reduce((sum, { width }) => sum + width + marginGap, -marginGap);
  if (total <= room) return { middle, visible: [...items], hidden: [] };
  const visible: T[] = [];
  let used = moreButtonWidth;
  for (const item of items) {
    used += item.width + marginGap;
    if (visible.length > 0 && used > room) break;
    visible.push(item);
  }
  return { middle, visible, hidden: items.slice(visible.length) };
}

/**
 * Creates one row for each line on which an item starts, with the items of the line side by side as far as there is room. `items`
 * are in reading order; `room` is the width of the margin in CSS pixels.
 */
export function createMarginRows<T extends MarginItem>(items: readonly T[], room: number): MarginRow<T>[] {
  const lines: { middle: number; items: T[] }[] = [];
  for (const item of items) {
    const line = lines.find(({ middle }) => Math.abs(middle - item.middle) <= lineTolerance);
    if (line) line.items.push(item);
    else lines.push({ middle: item.middle, items: [item] });
  }
  return lines.map((line) => createRow(line.middle, line.items, room));
}
