import type { Span } from '../../../shared/text/span';
import { useReviewView } from './review-view';

/** Returns the span of the article that is on the screen; null while there is none. */
type MeasureVisibleSpan = () => Span | null;

let measureVisibleSpan: MeasureVisibleSpan = () => null;

/** Registers the view that shows the article, until the returned function is called. */
export function registerArticleView(measure: MeasureVisibleSpan): () => void {
  measureVisibleSpan = measure;
  return () => {
    if (measureVisibleSpan === measure) measureVisibleSpan = () => null;
  };
}

/** The span of the article that is on the screen; null while no article is shown. */
export function getVisibleSpan(): Span | null {
  return measureVisibleSpan();
}

/** The span where the reader was last, unless it was scrolled out of view. Null then, and before there is one. */
export function getReadingSpan(): Readonly<Span> | null {
  const { selection, lastSpan } = useReviewView.getState();
  const span = selection ?? lastSpan;
  const visible = measureVisibleSpan();
  if (!span || !visible) return span;
  return span.start <= visible.end && span.end >= visible.start ? span : null;
}

/** The offset at which a search starts. */
export function getReadingOffset(): number {
  return getReadingSpan()?.start ?? measureVisibleSpan()?.start ?? 0;
}
