import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { focusableSelector } from '../selectors.ts';

interface FocusedItem {
  key: string;
  index: number;
}

/** The index of the row that contains the element; -1 outside of rows. */
export function getRowIndex(element: Element): number {
  return Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1);
}

/**
 * Keeps the focus in a virtual list. The row with the focus and its neighbours stay rendered when they are scrolled out of view,
 * so that Tab works from there. When the focused item is removed, the focus moves to the item that takes its place, if
 * `movesFocusOnRemoval`.
 */
function usePersistentFocus<T>(
  list: RefObject<HTMLElement | null>,
  items: readonly T[],
  getKey: (item: T) => string,
  movesFocusOnRemoval: boolean,
) {
  const [focused, setFocused] = useState<FocusedItem | null>(null);
  const knownIndex = useMemo(
    () => (focused ? items.findIndex((item) => getKey(item) === focused.key) : -1),
    [items, getKey, focused],
  );
  const successor =
    movesFocusOnRemoval && focused && knownIndex === -1
      ? items[Math.min(focused.index, items.length - 1)]
      : undefined;
  const index = successor === undefined ? knownIndex : items.indexOf(successor);

  useLayoutEffect(() => {
    const item = items[index];
    if (!focused || item === undefined) return;
    const key = getKey(item);
    if (focused.key === key && focused.index === index) return;
    setFocused({ key, index });
    if (focused.key === key || document.activeElement !== document.body) return;
    const row = list.current?.querySelector(`[data-index="${index}"]`);
    row?.querySelector<HTMLElement>(focusableSelector)?.focus();
  }, [focused, index, items, getKey, list]);

  const neighbours = [index - 1, index, index + 1].filter((row) => row >= 0 && row < items.length);
  return {
    /** The indexes of the rows that have to stay rendered. */
    keptIndexes: index === -1 ? [] : neighbours,
    focusProps: {
      onFocus: ({ target }: FocusEvent) => {
        const rowIndex = getRowIndex(target);
        const item = items[rowIndex];
        if (item === undefined) return;
        const key = getKey(item);
        if (key !== focused?.key) setFocused({ key, index: rowIndex });
      },
      // Without a related target the window was left or the row was removed; the list keeps the focus then.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setFocused(null);
      },
    },
  };
}

/** The nearest ancestor that scrolls vertically. */
function findScroller(element: HTMLElement | null): HTMLElement | null {
  for (let ancestor = element?.parentElement; ancestor; ancestor = ancestor.parentElement)
    if (/auto|scroll/.test(getComputedStyle(ancestor).overflowY)) return ancestor;
  return null;
}

/** How far below the top of its scroller an inline list begins, in CSS pixels; 0 for a list that scrolls itself. */
function useScrollMargin(list: RefObject<HTMLElement | null>, isInline: boolean): number {
  const [margin, setMargin] = useState(0);
  // After each render, because the content above the list may have grown.
  useLayoutEffect(() => {
    const scroller = isInline ? findScroller(list.current) : null;
    if (!scroller || !list.current) return;
    const { top } = list.current.getBoundingClientRect();
    setMargin(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop));
  });
  return margin;
}

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

interface VirtualRowsOptions<T> {
  /** The element around the rows. */
  rows: RefObject<HTMLElement | null>;
  items: readonly T[];
  getKey: (item: T) => string;
  /** The height of a row until it is measured, in CSS pixels. */
  estimatedRowHeight: number;
  /** The element that scrolls the rows; null where they scroll with what is around them. */
  scroller: RefObject<HTMLElement | null> | null;
  movesFocusOnRemoval: boolean;
}

/**
 * Decides which rows of a list are rendered, and where: those in view, a few around them, and the one with the focus. `scrollMargin` is
 * the distance from the start of the scrolled content to the first row, in CSS pixels.
 */
export function useVirtualRows<T>(options: VirtualRowsOptions<T>) {
  const { rows, items, getKey, estimatedRowHeight, scroller, movesFocusOnRemoval } = options;
  const scrollMargin = useScrollMargin(rows, scroller === null);
  const { keptIndexes, focusProps } = usePersistentFocus(rows, items, getKey, movesFocusOnRemoval);
  // A new function whenever the items change, because the virtualizer assumes the same order otherwise.
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : getKey(item);
    },
    [items, getKey],
  );
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => (scroller ? scroller.current : findScroller(rows.current)),
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
  return { virtualizer, scrollMargin, focusProps };
}
