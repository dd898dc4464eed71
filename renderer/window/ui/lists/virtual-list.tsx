import type { Virtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { getRowIndex, useVirtualRows } from './use-virtual-rows.ts';
import styles from './virtual-list.module.css';

/**
 * Scrolls a virtual list to its current item whenever another item becomes current or the current one moves. When the
 * arrangement changes and there is no current item, the list scrolls to its top.
 */
function useScrollToCurrent<T>(
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  items: readonly T[],
  getKey: (item: T) => string,
  currentKey: string | null,
  arrangementKey: string,
): void {
  // Scrolling reads the layout, so it is deferred to the frame after the item became current.
  const deferredKey = useDeferredValue(currentKey);
  const index = useMemo(
    () => (deferredKey === null ? -1 : items.findIndex((item) => getKey(item) === deferredKey)),
    [items, getKey, deferredKey],
  );
  const lastArrangementKey = useRef(arrangementKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new array with the same current item does not scroll
  useEffect(() => {
    // Another item is current; its frame is the next one.
    if (deferredKey !== currentKey) return;
    const isRearranged = lastArrangementKey.current !== arrangementKey;
    lastArrangementKey.current = arrangementKey;
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    else if (isRearranged) virtualizer.scrollToOffset(0);
  }, [deferredKey, index, arrangementKey]);
}

interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  /** Identifies an item while the list changes. The same function at each render. */
  getKey: (item: T) => string;
  children: (item: T, index: number) => ReactNode;
  /** The height of a row until it is measured, in CSS pixels. */
  estimatedRowHeight: number;
  className?: string | undefined;
  /** The item that is scrolled into view whenever it becomes another one or moves. */
  currentKey?: string | null;
  /** Differs when other items are listed or in another order. The list then scrolls to its top. */
  arrangementKey?: string;
  /** Whether the list itself takes the focus to be scrolled by keyboard, because its rows have no controls. */
  isFocusable?: boolean;
  /** Whether the list scrolls together with the content around it, in the nearest ancestor that scrolls. */
  isInline?: boolean;
  /** Whether the focus moves to the next row when its row is removed. Not where keys act on the row with the focus. */
  movesFocusOnRemoval?: boolean;
  /** Whether a row is selected, in a list where several can be. Screen readers then get a grid instead of a list. */
  isSelected?: (item: T) => boolean;
}

/**
 * A long list of rows of any height, with only the rows in and around the view rendered. Screen readers announce the total.
 * All long lists of the window are this component. `use-stable-items.ts` helps owners to pass the same array for the same items.
 */
export function VirtualList<T>({
  label,
  items,
  getKey,
  children,
  estimatedRowHeight,
  className = '',
  currentKey = null,
  arrangementKey = '',
  isFocusable = false,
  isInline = false,
  movesFocusOnRemoval = true,
  isSelected,
}: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLElement>(null);
  const { virtualizer, scrollMargin, focusProps } = useVirtualRows({
    rows,
    items,
    getKey,
    estimatedRowHeight,
    scroller: isInline ? null : scroller,
    movesFocusOnRemoval,
  });
  useScrollToCurrent(virtualizer, items, getKey, currentKey, arrangementKey);
  const onFocus = (event: FocusEvent) => {
    focusProps.onFocus(event);
    const index = getRowIndex(event.target);
    // The browser scrolls too, but then rows above turn out taller than estimated and push this one out of view.
    if (index >= 0 && event.target.matches(':focus-visible'))
      virtualizer.scrollToIndex(index, { align: 'auto' });
  };

  // Rows are in normal flow, with a margin instead of the rows that are not rendered.
  let end = scrollMargin;
  const Rows = isSelected ? 'div' : 'ol';
  const Row = isSelected ? 'div' : 'li';
  const list = (
    <Rows
      ref={(element: HTMLElement | null) => {
        rows.current = element;
      }}
      className={styles.rows}
      style={{ height: virtualizer.getTotalSize() }}
      aria-label={isFocusable ? undefined : label}
      {...(isSelected && { role: 'grid', 'aria-multiselectable': true, 'aria-rowcount': items.length })}
      onFocus={onFocus}
      onBlur={focusProps.onBlur}
    >
      {virtualizer.getVirtualItems().map((row) => {
        const item = items[row.index];
        const marginTop = row.start - end;
        end = row.end;
        return (
          item !== undefined && (
            <Row
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              className={styles.row}
              style={{ marginTop }}
              {...(isSelected
                ? { role: 'row', 'aria-selected': isSelected(item), 'aria-rowindex': row.index + 1 }
                : { 'aria-setsize': items.length, 'aria-posinset': row.index + 1 })}
            >
              {isSelected ? (
                // biome-ignore lint/a11y/useSemanticElements: the rows of a virtual list are no table
                // biome-ignore lint/a11y/useFocusableInteractive: the control in it has the focus
                <div role="gridcell">{children(item, row.index)}</div>
              ) : (
                children(item, row.index)
              )}
            </Row>
          )
        );
      })}
    </Rows>
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
