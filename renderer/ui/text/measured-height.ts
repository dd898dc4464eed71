import type { Virtualizer } from '@tanstack/react-virtual';

/**
 * The height of a row of a virtual list in CSS pixels, from the observer that sees all rows right before they are painted.
 * Asking a row as soon as it is in the page would lay out the whole window once more, so until it was observed, a new row
 * counts as high as rows are estimated.
 */
export function measuredHeight(
  row: HTMLLIElement,
  observed: ResizeObserverEntry | undefined,
  virtual: Virtualizer<HTMLElement, HTMLLIElement>,
): number {
  const [box] = observed?.borderBoxSize ?? [];
  if (box) return Math.round(box.blockSize);
  const { estimateSize, getItemKey } = virtual.options;
  const index = virtual.indexFromElement(row);
  return virtual.itemSizeCache.get(getItemKey(index)) ?? estimateSize(index);
}
