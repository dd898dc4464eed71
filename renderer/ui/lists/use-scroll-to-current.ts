import type { Virtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';

/**
 * Scrolls a virtual list to its current item whenever another item becomes current or the current one moves. When the
 * arrangement changes and there is no current item, the list scrolls to its top.
 */
export function useScrollToCurrent<T>(
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
