import { type ReactNode, type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { useNoticesHeight } from '#renderer/window/ui/notices-height.ts';
import { ArticleViewContext } from './article-view-context.ts';
import styles from './selection-bar.module.css';
import { getSelectionBarPosition } from './selection-bar-position.ts';

interface SelectionBarProps {
  isHidden: boolean;
  isFromKeyboard: RefObject<boolean>;
  children: ReactNode;
}

/** The width of the view's right edge that the overview covers, in CSS pixels. */
const overviewWidth = 24;

export function SelectionBar({ isHidden, isFromKeyboard, children }: SelectionBarProps) {
  const { articleDom } = useContext(ArticleViewContext);
  const selection = useReviewView((view) => view.selection);
  const bar = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<{ left: number; top: number } | null>(null);

  const noticesHeight = useNoticesHeight(({ pixels }) => pixels);

  useLayoutEffect(() => {
    const scroller = bar.current?.closest('[data-scroller]');
    const updatePosition = () => {
      const parent = bar.current?.offsetParent;
      const lines = selection && articleDom.current?.getEndLines(selection);
      if (!lines || !bar.current || !parent || !scroller) return setPosition(null);
      const { left, right, top, bottom } = scroller.getBoundingClientRect();
      const noticesTop = window.innerHeight - noticesHeight;
      const inWindow = getSelectionBarPosition({
        ...lines,
        view: { left, right: right - overviewWidth, top, bottom: Math.min(bottom, noticesTop) },
        width: bar.current.offsetWidth,
        height: bar.current.offsetHeight,
        movedEnd: articleDom.current?.isSelectionBackward() ? 'start' : 'end',
        isFromKeyboard: isFromKeyboard.current,
      });
      const origin = parent.getBoundingClientRect();
      setPosition(inWindow && { left: inWindow.left - origin.left, top: inWindow.top - origin.top });
    };
    updatePosition();
    if (!selection || !scroller) return;
    let frame = 0;
    const scheduleUpdate = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(updatePosition);
    };
    const resizeObserver = new ResizeObserver(scheduleUpdate);
    resizeObserver.observe(scroller);
    // The bar grows when a button comes that takes a second row. It would cover the selected words.
    if (bar.current) resizeObserver.observe(bar.current);
    scroller.addEventListener('scroll', scheduleUpdate, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resizeObserver.disconnect();
      scroller.removeEventListener('scroll', scheduleUpdate);
    };
  }, [selection, articleDom, isFromKeyboard, noticesHeight]);

  return (
    <div
      ref={bar}
      className={`wrapping-row ${styles.bar}`}
      role="toolbar"
      aria-label="Selection"
      // Laid out even while it is hidden, so that it has a size and can be positioned before it appears.
      style={isHidden || !selection || !position ? { visibility: 'hidden', left: 0, top: 0 } : position}
      // Keeps a press on the bar from clearing the selection.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
