import { type RefObject, useEffect } from 'react';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { useNoticesHeight } from '#renderer/window/ui/notices-height.ts';
import type { ArticleDom } from '../dom/create-article-dom.ts';
import { holdScrollTarget } from './hold-scroll-target.ts';

/** Free space above and below a revealed span, in CSS pixels; less in a low view, such as above the card of a narrow window. */
const widestEdge = 72;

/** The room for the line after a revealed span, in CSS pixels. */
const lineAfter = 32;

function bringIntoView(scroller: HTMLElement, range: Range): void {
  const span = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const edge = Math.min(widestEdge, view.height / 6);
  // Notices cover the foot of the view. The span and the line after it are above them.
  const noticesTop = window.innerHeight - useNoticesHeight.getState().pixels;
  const bottom = Math.min(view.bottom - edge, noticesTop - lineAfter);
  const above = view.top + edge - span.top;
  if (above <= 0 && span.bottom <= bottom) return;
  // A span at the upper edge, such as the first sentence in view, moves no farther than necessary.
  const isAtEdge = above > 0 && above <= 2 * edge && span.bottom <= bottom;
  const third = Math.max(edge, Math.min(view.height / 3, view.height - edge - span.height));
  scroller.scrollTop += isAtEdge ? -above : span.top - (view.top + third);
}

/** Scrolls to the span of each reveal request. `root` is the element with the article's text. */
export function useReveal(
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  articleDom: RefObject<ArticleDom | null>,
): void {
  const request = useReviewView((view) => view.revealRequest);
  useEffect(() => {
    const [view, article] = [scroller.current, root.current];
    if (!request || !view || !article) return;
    const scrollToTarget = () => {
      const range = articleDom.current?.getRange(request.span);
      if (range) bringIntoView(view, range);
    };
    const section = articleDom.current?.getSectionAt(request.span.start) ?? null;
    return holdScrollTarget({ scroller: view, article, section, scrollToTarget });
  }, [request, scroller, root, articleDom]);
}
