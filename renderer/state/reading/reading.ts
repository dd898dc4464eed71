import type { Span } from '../../../shared/text/span';
import { useReviewView } from '../review/review-view';

/** What of the article is in view, as offsets; told by the galley that shows it. */
type View = () => Span | null;

let view: View = () => null;

/** Says who knows what is in view; returns what takes that back. */
export function showsArticle(now: View): () => void {
  view = now;
  return () => {
    if (view === now) view = () => null;
  };
}

/** What of the article is in view; null while none is shown. */
export function spanInView(): Span | null {
  return view();
}

/** Where the reader is: the last place, unless it was scrolled away; null then, and before there is one. */
export function placeInView(): Readonly<Span> | null {
  const { selection, place } = useReviewView.getState();
  const last = selection ?? place;
  const shown = view();
  if (!last || !shown) return last;
  return last.start <= shown.end && last.end >= shown.start ? last : null;
}

/** The offset from which a search goes on. */
export function readingOffset(): number {
  return placeInView()?.start ?? view()?.start ?? 0;
}
