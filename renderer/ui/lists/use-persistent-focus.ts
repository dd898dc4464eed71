import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { focusableSelector } from '../selectors';

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
export function usePersistentFocus<T>(
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
