import type { TextItem } from '../pages/page-content';

/**
 * Joins the text items of a page to lines. An item that is higher or lower than the one before starts a line, even where
 * pdf.js reports no end.
 */
export function joinTextItems(items: readonly TextItem[]): string {
  let text = '';
  let last: TextItem | null = null;
  for (const item of items) {
    if (last && !text.endsWith('\n') && isOnAnotherLine(last, item)) text += '\n';
    text += item.hasEOL ? `${item.str}\n` : item.str;
    if (item.str.trim() !== '') last = item;
  }
  return text;
}

/** Whether an item is more than its height away from the baseline of the one before, which no exponent is. */
function isOnAnotherLine(before: TextItem, { str, transform, height }: TextItem): boolean {
  if (str.trim() === '') return false;
  const [a = 1, b = 0, , , x = 0, y = 0] = before.transform;
  const [, , , , nextX = 0, nextY = 0] = transform;
  const distance = (a * (nextY - y) - b * (nextX - x)) / (Math.hypot(a, b) || 1);
  return Math.abs(distance) > Math.max(before.height, height);
}
