import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import type { Draft } from '../../../../shared/domain/draft/draft';
import { focusMainArea } from '../../../state/focus-main-area';
import type { ArticleDom } from '../dom/article-dom';
import { startDragSelection } from './drag-selection';

/** Controls in the article, on which a press does not select text. */
const controlSelector = 'button, a, [role="toolbar"], [data-resize-handle]';

/** Returns the handler of presses on the article, which start a selection at the nearest text. */
export function useDragSelection(
  draft: Draft,
  articleDom: RefObject<ArticleDom | null>,
  scroller: RefObject<HTMLElement | null>,
) {
  const endDrag = useRef<() => void>(() => {});
  useEffect(() => () => endDrag.current(), []);
  return (event: MouseEvent) => {
    const isOnControl = event.target instanceof Element && event.target.closest(controlSelector) !== null;
    if (event.button !== 0 || event.ctrlKey || isOnControl || !articleDom.current || !scroller.current)
      return;
    // Keeps Chromium from starting its own selection.
    event.preventDefault();
    focusMainArea();
    endDrag.current();
    endDrag.current = startDragSelection(
      { draft, articleDom: articleDom.current, scroller: scroller.current },
      {
        ...{ x: event.clientX, y: event.clientY, clicks: event.detail },
        ...{ isExtending: event.shiftKey, isAltHeld: event.altKey },
      },
    );
  };
}
