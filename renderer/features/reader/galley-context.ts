import { createContext, type RefObject, useContext, useLayoutEffect } from 'react';
import { useReviewView } from '../../state/review-view';
import type { GalleyDom } from './galley-dom';

export const GalleyContext = createContext<RefObject<GalleyDom | null>>({ current: null });

/** Puts the selection back onto its words after marks were painted or taken away under it. */
export function useKeptSelection(painted: unknown): void {
  const galley = useContext(GalleyContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when what is painted changes, whatever that is
  useLayoutEffect(() => {
    const { selection } = useReviewView.getState();
    if (selection) galley.current?.select(selection);
  }, [painted, galley]);
}
