import { type RefObject, useLayoutEffect } from 'react';
import type { Session } from '../../../state/review/session';
import type { ArticleDom } from '../dom/article-dom';
import { keepReadingLine } from './keep-reading-line';

/**
 * Keeps the line that is being read where it is. `root` is the element with the article's text. The parts of this folder:
 *
 * - `keep-reading-line.ts`: records the line, and restores it after a change of the layout. `reading-line.ts` is what it records.
 * - `use-reveal.ts`: scrolls to a span that somebody asks to see.
 * - `hold-scroll-target.ts`: both hold their target until the layout around it settles.
 */
export function useReadingLine(
  session: Session,
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
  articleDom: RefObject<ArticleDom | null>,
): void {
  useLayoutEffect(() => {
    const [view, article] = [scroller.current, root.current];
    if (!view || !article) return;
    return keepReadingLine(session, {
      scroller: view,
      article,
      getArticleDom: () => articleDom.current,
    });
  }, [session, scroller, root, articleDom]);
}
