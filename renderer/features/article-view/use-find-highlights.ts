import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useOutline } from '../../state/review/use-session';
import { clearFind, goToNextMatch, isCurrentMatchSelected, selectCurrentMatch, useFind } from '../../state/view/find';
import type { ArticleDom } from './dom/article-dom';

/** At most this many matches are highlighted before and after the current one. The find field counts all of them. */
const maxHighlightsPerSide = 300;

/**
 * Highlights the matches of Find with CSS custom highlights, which need no elements in the text. `paintCount` grows with each
 * section that is painted.
 */
export function useFindHighlights(articleDom: RefObject<ArticleDom | null>, paintCount: number): void {
  const matches = useFind((find) => find.matches);
  const index = useFind((find) => find.index);
  const outline = useOutline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and the highlights with them
  useEffect(() => {
    const dom = articleDom.current;
    const { highlights } = CSS;
    const clear = () => {
      highlights.delete('found');
      highlights.delete('found-current');
    };
    clear();
    if (!dom || matches.length === 0) return;
    const near = matches.slice(Math.max(0, index - maxHighlightsPerSide), index + maxHighlightsPerSide);
    highlights.set('found', new Highlight(...near.flatMap((span) => dom.getStaticRange(span) ?? [])));
    const currentMatch = matches[index];
    const current = currentMatch && dom.getRange(currentMatch);
    if (current) highlights.set('found-current', new Highlight(current));
    return clear;
  }, [matches, index, outline, paintCount, articleDom]);
}

/**
 * Handles keys while the current match is selected: Enter goes to the next match, Shift+Enter to the previous one, and Escape ends
 * the search and keeps the selection. Returns false for other keys.
 */
export function handleMatchKey(event: KeyboardEvent): boolean {
  const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.nativeEvent.isComposing || !(isEnter || event.key === 'Escape') || !isCurrentMatchSelected())
    return false;
  event.preventDefault();
  if (isEnter) {
    goToNextMatch(event.shiftKey ? -1 : 1);
    selectCurrentMatch();
  } else clearFind();
  return true;
}
