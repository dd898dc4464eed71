import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { clearFind, findStep, isFoundSelected, selectFound, useFind } from '../../../state/reading/find';
import { useShownClaims } from '../../../state/review/session-context';
import type { GalleyDom } from '../galley/galley-dom';

/** So many places are tinted on either side of the one shown; the count in the field tells all of them. */
const tinted = 300;

/** Tints what was found (CSS Custom Highlights), without touching the text's elements. */
export function useFound(galley: RefObject<GalleyDom | null>, paintings: number): void {
  const { found, index } = useFind();
  const shown = useShownClaims();
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and the tint with them
  useEffect(() => {
    const dom = galley.current;
    const { highlights } = CSS;
    highlights.clear();
    if (!dom || found.length === 0) return;
    const near = found.slice(Math.max(0, index - tinted), index + tinted);
    highlights.set('found', new Highlight(...near.flatMap((span) => dom.range(span) ?? [])));
    const here = found[index];
    const current = here && dom.range(here);
    if (current) highlights.set('found-current', new Highlight(current));
    return () => highlights.clear();
  }, [found, index, shown, paintings, galley]);
}

/**
 * While the place that was found is what is selected, Enter goes on to the next and Shift+Enter back, and Escape ends the
 * search and leaves the words selected. False where the key is another's.
 */
export function onFoundKey(event: KeyboardEvent): boolean {
  const isStep = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.nativeEvent.isComposing || !(isStep || event.key === 'Escape') || !isFoundSelected())
    return false;
  event.preventDefault();
  if (isStep) {
    findStep(event.shiftKey ? -1 : 1);
    selectFound();
  } else clearFind();
  return true;
}
