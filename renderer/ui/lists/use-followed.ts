import type { Virtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';

/**
 * Keeps the current item of a virtual list in view: when another becomes current, and when its place in the list changes.
 * In another arrangement a list without a current item starts from the top.
 */
export function useFollowed<T>(
  virtual: Virtualizer<HTMLElement, HTMLLIElement>,
  items: readonly T[],
  keyOf: (item: T) => string,
  current: string | null,
  arrangement: string,
): void {
  // Scrolling reads the layout, so it comes a frame after what made the item current.
  const followed = useDeferredValue(current);
  const index = useMemo(
    () => (followed === null ? -1 : items.findIndex((item) => keyOf(item) === followed)),
    [items, keyOf, followed],
  );
  const arrangedBefore = useRef(arrangement);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows when another item is current, not every new list
  useEffect(() => {
    // The item that is current now comes a frame later.
    if (followed !== current) return;
    const rearranged = arrangedBefore.current !== arrangement;
    arrangedBefore.current = arrangement;
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    else if (rearranged) virtual.scrollToOffset(0);
  }, [followed, index, arrangement]);
}
