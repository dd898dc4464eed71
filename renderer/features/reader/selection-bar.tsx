import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useReviewView } from '../../state/review-view';
import type { GalleyDom } from './galley-dom';
import styles from './selection-bar.module.css';

const gap = 8;

interface SelectionBarProps {
  galley: RefObject<GalleyDom | null>;
  hidden: boolean;
  children: ReactNode;
}

/** The small bar at a selection: below its last line, or above its first where there is no room below. */
export function SelectionBar({ galley, hidden, children }: SelectionBarProps) {
  const selection = useReviewView((view) => view.selection);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    if (!selection) return setPlace(null);
    const range = galley.current?.range(selection);
    const parent = bar.current?.offsetParent;
    const view = bar.current?.closest('[data-scroller]')?.getBoundingClientRect();
    if (!range || !bar.current || !parent || !view) return setPlace(null);
    const lines = range.getClientRects();
    const last = lines.item(lines.length - 1);
    const first = lines.item(0);
    if (!last || !first) return setPlace(null);
    const ground = parent.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = bar.current;
    const below = last.bottom + gap + height <= view.bottom;
    const left = last.left + last.width / 2 - width / 2 - ground.left;
    const lowest = view.left - ground.left + gap;
    setPlace({
      left: Math.max(lowest, Math.min(left, view.right - ground.left - width - gap)),
      top: (below ? last.bottom + gap : first.top - gap - height) - ground.top,
    });
  }, [selection, galley]);

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
