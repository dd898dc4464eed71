import { type RefObject, useLayoutEffect, useState } from 'react';

/** The nearest ancestor that scrolls vertically. */
export function findScroller(element: HTMLElement | null): HTMLElement | null {
  for (let ancestor = element?.parentElement; ancestor; ancestor = ancestor.parentElement)
    if (/auto|scroll/.test(getComputedStyle(ancestor).overflowY)) return ancestor;
  return null;
}

/** How far below the top of its scroller an inline list begins, in CSS pixels; 0 for a list that scrolls itself. */
export function useScrollMargin(list: RefObject<HTMLElement | null>, isInline: boolean): number {
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
