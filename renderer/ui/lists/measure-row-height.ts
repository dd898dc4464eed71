import type { Virtualizer } from '@tanstack/react-virtual';

/**
 * The height of a row of a virtual list in CSS pixels, from the observer that reports all rows before they are painted. A new row
 * has its last known or the estimated height until then, because measuring it at once would lay out the whole window again.
 */
export function measureRowHeight(
  row: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
): number {
  const [box] = entry?.borderBoxSize ?? [];
  if (box) return Math.round(box.blockSize);
  const { estimateSize, getItemKey } = virtualizer.options;
  const index = virtualizer.indexFromElement(row);
  return virtualizer.itemSizeCache.get(getItemKey(index)) ?? estimateSize(index);
}
