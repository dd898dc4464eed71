import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { focusable } from '../focusable';

interface Held {
  key: string;
  index: number;
}

/** The index of the row that an element is in; -1 when it is in none. */
export function indexOfRow(target: Element): number {
  return Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
}

/**
 * Keeps the keyboard in a virtual list. The row with the focus stays in the page when it is scrolled out of view, and its
 * neighbours with it, so that Tab goes on from there. When its item goes, the focus goes to the one that takes its place,
 * if the list passes it on.
 */
export function useHeldFocus<T>(
  list: RefObject<HTMLOListElement | null>,
  items: readonly T[],
  keyOf: (item: T) => string,
  passesOn: boolean,
) {
  const [held, setHeld] = useState<Held | null>(null);
  const index = useMemo(
    () => (held ? items.findIndex((item) => keyOf(item) === held.key) : -1),
    [items, keyOf, held],
  );
  const successor =
    passesOn && held && index === -1 ? items[Math.min(held.index, items.length - 1)] : undefined;
  const at = successor === undefined ? index : items.indexOf(successor);

  useLayoutEffect(() => {
    const item = items[at];
    if (!held || item === undefined) return;
    if (held.key === keyOf(item) && held.index === at) return;
    setHeld({ key: keyOf(item), index: at });
    if (held.key === keyOf(item) || document.activeElement !== document.body) return;
    list.current?.querySelector(`[data-index="${at}"]`)?.querySelector<HTMLElement>(focusable)?.focus();
  }, [held, at, items, keyOf, list]);

  const neighbours = [at - 1, at, at + 1].filter((row) => row >= 0 && row < items.length);
  return {
    held: at === -1 ? [] : neighbours,
    focusProps: {
      onFocus: ({ target }: FocusEvent) => {
        const row = indexOfRow(target);
        const item = items[row];
        if (item !== undefined && keyOf(item) !== held?.key) setHeld({ key: keyOf(item), index: row });
      },
      // Nothing else takes it when the window is left or the row goes; then the list has it still.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setHeld(null);
      },
    },
  };
}
