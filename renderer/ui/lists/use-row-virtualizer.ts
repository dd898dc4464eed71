import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback } from 'react';

/**
 * The height of a row of a virtual list in CSS pixels, from the observer that reports all rows before they are painted. A new row
 * has its last known or the estimated height until then, because measuring it at once would lay out the whole window again.
 */
function measureRowHeight(
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

interface RowVirtualizerOptions<T> {
  items: readonly T[];
  getKey: (item: T) => string;
  /** The element that scrolls the rows; null until it is rendered. */
  getScroller: () => HTMLElement | null;
  /** The height of a row until it is measured, in CSS pixels. */
  estimatedRowHeight: number;
  /** The distance from the start of the scrolled content to the first row, in CSS pixels. */
  scrollMargin: number;
  /** Rows that are rendered although they are out of view. */
  keptIndexes: readonly number[];
}

/** Decides which rows of a list are rendered, and where: those in view, a few around them, and the kept ones. */
export function useRowVirtualizer<T>({
  items,
  getKey,
  getScroller,
  estimatedRowHeight,
  scrollMargin,
  keptIndexes,
}: RowVirtualizerOptions<T>): Virtualizer<HTMLElement, HTMLElement> {
  // A new function whenever the items change, because the virtualizer assumes the same order otherwise.
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : getKey(item);
    },
    [items, getKey],
  );
  return useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: getScroller,
    getItemKey,
    estimateSize: () => estimatedRowHeight,
    measureElement: measureRowHeight,
    overscan: 6,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    scrollMargin,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const indexes = new Set(keptIndexes);
      const last = Math.min(count - 1, endIndex + overscan);
      for (let index = Math.max(0, startIndex - overscan); index <= last; index += 1) indexes.add(index);
      return [...indexes].sort((a, b) => a - b);
    },
  });
}
