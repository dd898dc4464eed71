import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { focusableSelector } from '../selectors.ts';
import styles from './wide-or-narrow.module.css';

interface WideOrNarrowProps {
  /** Shown if it fits on one line. */
  wide: ReactNode;
  /** Shown otherwise. */
  narrow: ReactNode;
}

/**
 * Shows the wide content if it fits on one line, else the narrow one. The wide content stays in the page, hidden, to be
 * measured.
 */
export function WideOrNarrow({ wide, narrow }: WideOrNarrowProps) {
  const room = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const [fits, setFits] = useState(true);

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      hadFocus.current = room.current?.contains(document.activeElement) ?? false;
      setFits((line.current?.offsetWidth ?? 0) <= (room.current?.offsetWidth ?? 0));
    });
    if (room.current) observer.observe(room.current);
    if (line.current) observer.observe(line.current);
    return () => observer.disconnect();
  }, []);

  // The content that had the focus is gone, so the focus moves to the other one.
  useLayoutEffect(() => {
    const content = fits ? line.current : room.current?.lastElementChild;
    if (hadFocus.current) content?.querySelector<HTMLElement>(focusableSelector)?.focus();
    hadFocus.current = false;
  }, [fits]);

  return (
    <div ref={room} className={styles.room}>
      <div ref={line} className={styles.line} data-hidden={!fits || undefined}>
        {wide}
      </div>
      {!fits && <div>{narrow}</div>}
    </div>
  );
}
