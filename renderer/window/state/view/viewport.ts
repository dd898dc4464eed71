import type { Span } from '#shared/text/span.ts';
import { useReviewView } from './review-view.ts';

/**
 * Focuses the article, or what is shown instead of it: the review queue or the library. The keyboard goes on there after a form
 * was closed, a claim was deleted or a search was left.
 */
export function focusMainArea(): void {
  const area =
    document.querySelector<HTMLElement>('[data-scroller] [role="group"]') ??
    document.querySelector<HTMLElement>('[data-main-area]');
  area?.focus({ preventScroll: true });
}

/** The view that shows the article. */
interface ArticleOnScreen {
  /** The span of the article that is on the screen; null while there is none. */
  getVisibleSpan(): Span | null;
  /** The offset nearest to a point of the window; null in an empty article. */
  getOffsetAt(x: number, y: number): number | null;
}

const nothing: ArticleOnScreen = { getVisibleSpan: () => null, getOffsetAt: () => null };

let view = nothing;

/** Registers the view that shows the article, until the returned function is called. */
export function registerArticleView(shown: ArticleOnScreen): () => void {
  view = shown;
  return () => {
    if (view === shown) view = nothing;
  };
}

/** The span of the article that is on the screen; null while no article is shown. */
export function getVisibleSpan(): Span | null {
  return view.getVisibleSpan();
}

/** The offset in the article nearest to a point of the window; null while no article is shown. */
export function getOffsetAtPoint(x: number, y: number): number | null {
  return view.getOffsetAt(x, y);
}

/** The span where the reviewer was last, unless it was scrolled out of view. Null then, and before there is one. */
export function getReadingSpan(): Readonly<Span> | null {
  const { selection, lastSpan } = useReviewView.getState();
  const span = selection ?? lastSpan;
  const visible = view.getVisibleSpan();
  if (!span || !visible) return span;
  return span.start <= visible.end && span.end >= visible.start ? span : null;
}

/** The offset at which a search starts. */
export function getReadingOffset(): number {
  return getReadingSpan()?.start ?? view.getVisibleSpan()?.start ?? 0;
}
