import type { MouseEvent, RefObject } from 'react';
import type { Draft } from '../../../../shared/domain/draft/draft';
import type { ArticleDom } from '../dom/article-dom';
import { useDragSelection } from './use-drag-selection';
import { useKeyboardSelection } from './use-keyboard-selection';
import { useSelectionSync } from './use-selection-sync';

interface SelectionContext {
  draft: Draft;
  /** The language of the article. */
  language: string | null;
  articleDom: RefObject<ArticleDom | null>;
  /** The element that scrolls the article. */
  scroller: RefObject<HTMLElement | null>;
  /** Grows with each section that is painted. */
  paintCount: number;
}

/**
 * Selecting text in the article. The parts:
 *
 * - `use-keyboard-selection.ts`: sentences and words, by arrow keys.
 * - `use-drag-selection.ts`, `drag-selection.ts`, `auto-scroll.ts`: by mouse, scrolling when the pointer leaves the view.
 * - `use-selection-sync.ts`: the selection in the review view equals the selection on the page.
 */
export function useArticleSelection({ draft, language, articleDom, scroller, paintCount }: SelectionContext) {
  const { onKeyDown, announcement, isFromKeyboard } = useKeyboardSelection(draft, language, articleDom);
  const startDrag = useDragSelection(draft, articleDom, scroller);
  const isPointerDown = useSelectionSync(articleDom, paintCount);
  const onMouseDown = (event: MouseEvent) => {
    isFromKeyboard.current = false;
    startDrag(event);
  };
  return { onKeyDown, onMouseDown, announcement, isFromKeyboard, isPointerDown };
}
