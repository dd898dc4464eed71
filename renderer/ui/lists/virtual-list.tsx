import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type ReactNode, useCallback, useRef } from 'react';
import { measuredHeight } from '../text/measured-height';
import { useFollowed } from './use-followed';
import { indexOfRow, useHeldFocus } from './use-held-focus';
import { scrollerAround, useScrollMargin } from './use-scroll-margin';
import styles from './virtual-list.module.css';

interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  /** What an item is known by while the list changes around it. One function, not a new one each time. */
  keyOf: (item: T) => string;
  children: (item: T, index: number) => ReactNode;
  /** In CSS pixels, until a row was measured. */
  estimatedHeight: number;
  className?: string | undefined;
  /** The key of the item that is kept in view whenever another one becomes it, or its place changes. */
  current?: string | null;
  /** What decides which items are listed, and in which order. When it changes, the list starts from the top again. */
  arrangement?: string;
  /** Whether the rows hold nothing that takes the focus, so that the list itself has to, to be scrolled by keyboard. */
  isFocusable?: boolean;
  /** Whether the list scrolls with what stands around it, in the nearest element that scrolls. */
  isInline?: boolean;
  /** Whether a row that goes hands the focus to the one that takes its place: not where keys change what has the focus. */
  passesFocusOn?: boolean;
}

/**
 * A long list of rows of any height. Only the rows in view and around them are in the page; screen readers are told how many
 * there are. Heights are kept by key and measured anew when a row changes.
 */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  children,
  estimatedHeight,
  className = '',
  current = null,
  arrangement = '',
  isFocusable = false,
  isInline = false,
  passesFocusOn = true,
}: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLOListElement>(null);
  const scrollMargin = useScrollMargin(rows, isInline);
  const { held, focusProps } = useHeldFocus(rows, items, keyOf, passesFocusOn);
  // A new function whenever the items change: that is how the virtualizer learns of another order.
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    [items, keyOf],
  );
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => (isInline ? scrollerAround(rows.current) : scroller.current),
    getItemKey,
    estimateSize: () => estimatedHeight,
    measureElement: measuredHeight,
    overscan: 6,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    scrollMargin,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const indexes = new Set(held);
      const last = Math.min(count - 1, endIndex + overscan);
      for (let at = Math.max(0, startIndex - overscan); at <= last; at += 1) indexes.add(at);
      return [...indexes].sort((a, b) => a - b);
    },
  });
  useFollowed(virtual, items, keyOf, current, arrangement);
  const onFocus = (event: FocusEvent) => {
    focusProps.onFocus(event);
    const index = indexOfRow(event.target);
    // The browser does so too, but then rows above turn out taller than they were thought to be and push this one away.
    if (index >= 0 && event.target.matches(':focus-visible')) virtual.scrollToIndex(index, { align: 'auto' });
  };

  let end = scrollMargin;
  const list = (
    <ol
      ref={rows}
      className={styles.rows}
      style={{ height: virtual.getTotalSize() }}
      aria-label={isFocusable ? undefined : label}
      onFocus={onFocus}
      onBlur={focusProps.onBlur}
    >
      {virtual.getVirtualItems().map((row) => {
        const item = items[row.index];
        const skipped = row.start - end;
        end = row.end;
        return (
          item !== undefined && (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={styles.row}
              style={{ marginTop: skipped }}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
            >
              {children(item, row.index)}
            </li>
          )
        );
      })}
    </ol>
  );
  if (isInline) return list;
  const frame = { ref: scroller, className: `${styles.scroller} ${className}` };
  return isFocusable ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
    <section {...frame} aria-label={label} tabIndex={0}>
      {list}
    </section>
  ) : (
    <div {...frame}>{list}</div>
  );
}
