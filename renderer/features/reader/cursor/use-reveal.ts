import { type RefObject, useEffect } from 'react';
import { useReviewView } from '../../../state/review/review-view';
import type { GalleyDom } from '../galley/galley-dom';
import { holdPlace } from '../place/hold-place';

/** Kept free above and below what is brought into view, in CSS pixels. */
const edge = 72;

function bringIntoView(scroller: HTMLElement, range: Range): void {
  const words = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const above = view.top + edge - words.top;
  if (above <= 0 && words.bottom <= view.bottom - edge) return;
  // What is at the upper edge, as the first sentence in view is, moves no more than it has to.
  const isAtEdge = above > 0 && above <= 2 * edge && words.bottom <= view.bottom - edge;
  scroller.scrollTop += isAtEdge ? -above : words.top - (view.top + view.height / 3);
}

/** Scrolls to the words that somebody asked to see. `root` holds the article's text. */
export function useReveal(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  galley: RefObject<GalleyDom | null>,
): void {
  const reveal = useReviewView((view) => view.reveal);
  useEffect(() => {
    const [view, article] = [scroller.current, root.current];
    if (!reveal || !view || !article) return;
    const bring = () => {
      const range = galley.current?.range(reveal.span);
      if (range) bringIntoView(view, range);
    };
    const section = galley.current?.sectionAt(reveal.span.start) ?? null;
    return holdPlace({ scroller: view, article, section, bring });
  }, [reveal, scroller, root, galley]);
}
