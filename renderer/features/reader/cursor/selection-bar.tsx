import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useReviewView } from '../../../state/review/review-view';
import type { GalleyDom } from '../galley/galley-dom';
import { barPlace } from '../selecting/bar-place';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  galley: RefObject<GalleyDom | null>;
  hidden: boolean;
  /** Whether the last selection was made by keys. */
  byKeys: RefObject<boolean>;
  children: ReactNode;
}

/** How much of the view's right edge the strip takes, in CSS pixels. */
const stripRoom = 20;

/** The small bar at a selection, near its lines but on none of them, also while the article is scrolled. */
export function SelectionBar({ galley, hidden, byKeys, children }: SelectionBarProps) {
  const selection = useReviewView((view) => view.selection);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    const scroller = bar.current?.closest('[data-scroller]');
    const find = () => {
      const parent = bar.current?.offsetParent;
      const ends = selection && galley.current?.endLines(selection);
      if (!ends || !bar.current || !parent || !scroller) return setPlace(null);
      const { offsetWidth: width, offsetHeight: height } = bar.current;
      const moving = galley.current?.isBackward() ? 'start' : 'end';
      const { left, right, top, bottom } = scroller.getBoundingClientRect();
      const view = { left, right: right - stripRoom, top, bottom };
      const found = barPlace({ ...ends, view, width, height, moving, byKeys: byKeys.current });
      const ground = parent.getBoundingClientRect();
      setPlace(found && { left: found.left - ground.left, top: found.top - ground.top });
    };
    find();
    if (!selection || !scroller) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(find);
    };
    const resized = new ResizeObserver(later);
    resized.observe(scroller);
    scroller.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      scroller.removeEventListener('scroll', later);
    };
  }, [selection, galley, byKeys]);

  return (
    <div
      ref={bar}
      className={styles.bar}
      role="toolbar"
      aria-label="Selection"
      // Laid out while it is hidden, so that it can be placed before it is seen.
      style={hidden || !selection || !place ? { visibility: 'hidden', left: 0, top: 0 } : place}
      // The press must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
