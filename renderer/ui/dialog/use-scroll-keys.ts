import { type KeyboardEvent, type RefObject, useRef } from 'react';

/** How far an arrow key scrolls, in CSS pixels. */
const lineHeight = 40;

interface ScrollKeys {
  body: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Makes arrow and page keys scroll the body also while the focus is outside of it, as on the buttons of a dialog. */
export function useScrollKeys(): ScrollKeys {
  const body = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = body;
    if (!current || event.defaultPrevented || !(event.target instanceof Node)) return;
    if (current.contains(event.target)) return;
    const top = getScrollDistance(event.key, current.clientHeight);
    if (top !== 0) current.scrollBy({ top });
  };
  return { body, onKeyDown };
}

/** How far a key scrolls a view of this height, in CSS pixels; 0 for other keys. */
function getScrollDistance(key: string, viewHeight: number): number {
  const page = Math.max(lineHeight, viewHeight - lineHeight);
  if (key === 'ArrowDown' || key === 'PageDown') return key === 'PageDown' ? page : lineHeight;
  if (key === 'ArrowUp' || key === 'PageUp') return key === 'PageUp' ? -page : -lineHeight;
  return 0;
}
