import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { sameSpan } from '../../../../shared/text/span';
import { useReviewView } from '../../../state/review/review-view';
import { useShownClaims } from '../../../state/review/session-context';
import type { GalleyDom } from '../galley/galley-dom';

/**
 * Follows the window's selection into the review view, selects what is asked for, and keeps it when marks are painted anew;
 * says whether a pointer is down.
 */
export function useSelection(galley: RefObject<GalleyDom | null>, paintings: number): boolean {
  const [drawing, setDrawing] = useState(false);
  useEffect(() => {
    const follow = () => {
      const now = galley.current?.selected() ?? null;
      const { selection: before } = useReviewView.getState();
      const same = now === before || (now !== null && before !== null && sameSpan(now, before));
      if (!same) useReviewView.setState({ selection: now });
    };
    const down = () => setDrawing(true);
    const up = () => setDrawing(false);
    document.addEventListener('selectionchange', follow);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    return () => {
      document.removeEventListener('selectionchange', follow);
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
    };
  }, [galley]);
  const asked = useReviewView((view) => view.select);
  useLayoutEffect(() => {
    if (asked) galley.current?.select(asked.span);
  }, [asked, galley]);
  const shown = useShownClaims();
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and takes the selection with them
  useLayoutEffect(() => {
    const { selection } = useReviewView.getState();
    const now = galley.current?.selected() ?? null;
    if (selection && !(now && sameSpan(now, selection))) galley.current?.select(selection);
  }, [galley, shown, paintings]);
  return drawing;
}
