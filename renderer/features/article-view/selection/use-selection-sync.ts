import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { isSameSpan } from '../../../../shared/text/span';
import { useOutline } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { clearSelectedClaims } from '../../../state/view/selected-claims';
import type { ArticleDom } from '../dom/article-dom';

/**
 * Keeps the review view's selection equal to the page's: copies what the user selects, selects the span that somebody requests,
 * and restores the selection after marks were painted. `paintCount` grows with each section that is painted. Returns whether a
 * pointer is down.
 */
export function useSelectionSync(articleDom: RefObject<ArticleDom | null>, paintCount: number): boolean {
  const [isPointerDown, setPointerDown] = useState(false);
  useEffect(() => {
    const onSelectionChange = () => {
      const selected = articleDom.current?.getSelection() ?? null;
      const { selection } = useReviewView.getState();
      const isSame =
        selected === selection ||
        (selected !== null && selection !== null && isSameSpan(selected, selection));
      if (isSame) return;
      if (selected) clearSelectedClaims();
      useReviewView.setState({ selection: selected });
    };
    const onDown = () => setPointerDown(true);
    const onUp = () => setPointerDown(false);
    document.addEventListener('selectionchange', onSelectionChange);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onUp);
    return () => {
      document.removeEventListener('selectionchange', onSelectionChange);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
    };
  }, [articleDom]);
  const request = useReviewView((view) => view.selectRequest);
  useLayoutEffect(() => {
    if (request) articleDom.current?.selectSpan(request.span);
  }, [request, articleDom]);
  const outline = useOutline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and the selection with them
  useLayoutEffect(() => {
    const { selection } = useReviewView.getState();
    const selected = articleDom.current?.getSelection() ?? null;
    if (selection && !(selected && isSameSpan(selected, selection)))
      articleDom.current?.selectSpan(selection);
  }, [articleDom, outline, paintCount]);
  return isPointerDown;
}
