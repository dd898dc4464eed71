import { type KeyboardEvent, type RefObject, useRef } from 'react';

const line = 40;

/** How far a key scrolls what has this height in view; 0 when it is no key for that. */
function scrolledBy(key: string, height: number): number {
  const page = Math.max(line, height - line);
  if (key === 'ArrowDown' || key === 'PageDown') return key === 'PageDown' ? page : line;
  if (key === 'ArrowUp' || key === 'PageUp') return key === 'PageUp' ? -page : -line;
  return 0;
}

interface ScrollKeys {
  body: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Scrolls a body by the usual keys also while the focus is beside it, as on the buttons below. */
export function useScrollKeys(): ScrollKeys {
  const body = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = body;
    if (!current || event.defaultPrevented || !(event.target instanceof Node)) return;
    if (current.contains(event.target)) return;
    const by = scrolledBy(event.key, current.clientHeight);
    if (by !== 0) current.scrollBy({ top: by });
  };
  return { body, onKeyDown };
}
