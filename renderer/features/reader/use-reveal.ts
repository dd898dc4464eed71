import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../shared/domain/span';
import { useReviewView } from '../../state/review-view';
import type { GalleyDom } from './galley-dom';

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

/** Scrolls to the words that somebody asked to see. */
export function useReveal(
  scroller: RefObject<HTMLElement | null>,
  galley: RefObject<GalleyDom | null>,
): void {
  const reveal = useReviewView((view) => view.reveal);
  useEffect(() => {
    const show = (span: Span) => {
      const range = galley.current?.range(span);
      if (range && scroller.current) bringIntoView(scroller.current, range);
    };
    if (!reveal) return;
    show(reveal.span);
    // Sections that were never on the screen only guess their height, so look again once they have been laid out.
    const frame = requestAnimationFrame(() => show(reveal.span));
    return () => cancelAnimationFrame(frame);
  }, [reveal, scroller, galley]);
}
