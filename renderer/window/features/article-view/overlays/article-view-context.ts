import { createContext, type RefObject, useContext, useLayoutEffect } from 'react';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import type { ArticleDom } from '../dom/create-article-dom.ts';
import type { ClaimChoice } from './claim-chooser.tsx';

interface ArticleViewContextValue {
  articleDom: RefObject<ArticleDom | null>;
  /** Called when a section painted or removed its marks, which replaces its text nodes. */
  onPaint: () => void;
  /** The language of the article. Blocks without letters have its direction. */
  language: string | null;
  /** The column at which an editor wrapped the text; null when its line breaks are the author’s. */
  wrapColumn: number | null;
  openChooser: (choice: ClaimChoice) => void;
}

export const ArticleViewContext = createContext<ArticleViewContextValue>({
  articleDom: { current: null },
  onPaint: () => {},
  language: null,
  wrapColumn: null,
  openChooser: () => {},
});

/** Restores the selection after a section painted or removed its marks. */
export function useRestoreSelection(isPainted: boolean): void {
  const { articleDom, onPaint } = useContext(ArticleViewContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when `isPainted` changes
  useLayoutEffect(() => {
    // The article that is being opened has no selection yet, and nothing on its text.
    if (!articleDom.current) return;
    const { selection } = useReviewView.getState();
    if (selection) articleDom.current.selectSpan(selection);
    onPaint();
  }, [isPainted, articleDom, onPaint]);
}
