import { type RefObject, useLayoutEffect, useState } from 'react';

/** The nearest element around this one that scrolls up and down. */
export function scrollerAround(element: HTMLElement | null): HTMLElement | null {
  for (let around = element?.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return null;
}

/** How far below the start of what it scrolls with an inline list begins, in CSS pixels; 0 for one that scrolls itself. */
export function useScrollMargin(list: RefObject<HTMLElement | null>, isInline: boolean): number {
  const [margin, setMargin] = useState(0);
  // After each painting, as what stands above the list may have grown.
  useLayoutEffect(() => {
    const scroller = isInline ? scrollerAround(list.current) : null;
    if (!scroller || !list.current) return;
    const { top } = list.current.getBoundingClientRect();
    setMargin(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop));
  });
  return margin;
}
