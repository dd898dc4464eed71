import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { focusable } from '../focusable';
import styles from './fitting.module.css';

interface FittingProps {
  /** Shown where it fits on one line. */
  wide: ReactNode;
  /** Shown elsewhere. */
  narrow: ReactNode;
}

/** Shows a thing in the form that fits on one line. The wide form stays in the page unseen, to be measured. */
export function Fitting({ wide, narrow }: FittingProps) {
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

  // The form that had the focus is not there any more.
  useLayoutEffect(() => {
    const form = fits ? line.current : room.current?.lastElementChild;
    if (hadFocus.current) form?.querySelector<HTMLElement>(focusable)?.focus();
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
