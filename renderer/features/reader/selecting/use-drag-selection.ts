import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import type { Draft } from '../../../../shared/domain/draft';
import { focusHome } from '../../../state/focus';
import type { GalleyDom } from '../galley/galley-dom';
import { dragSelection } from './drag-selection';

/** What is pressed for its own sake, and does not select. */
const controls = 'button, a, [role="toolbar"], [data-grip]';

/** What a press on the article does: it begins a selection at the nearest text. */
export function useDragSelection(
  draft: Draft,
  galley: RefObject<GalleyDom | null>,
  scroller: RefObject<HTMLElement | null>,
) {
  const end = useRef<() => void>(() => {});
  useEffect(() => () => end.current(), []);
  return (event: MouseEvent) => {
    const isControl = event.target instanceof Element && event.target.closest(controls) !== null;
    if (event.button !== 0 || event.ctrlKey || isControl || !galley.current || !scroller.current) return;
    // Chromium would begin a selection of its own.
    event.preventDefault();
    focusHome();
    end.current();
    end.current = dragSelection(
      { draft, galley: galley.current, scroller: scroller.current },
      { x: event.clientX, y: event.clientY, clicks: event.detail, extends: event.shiftKey },
    );
  };
}
