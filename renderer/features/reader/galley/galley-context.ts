import { createContext, type RefObject, useContext, useLayoutEffect } from 'react';
import { useReviewView } from '../../../state/review/review-view';
import type { ChooserAt } from '../cursor/claim-chooser';
import type { GalleyDom } from './galley-dom';

interface GalleyPainting {
  galley: RefObject<GalleyDom | null>;
  /** Told when a section painted its marks or took them away: text nodes are others then. */
  repainted: () => void;
  /** The language of the article: blocks without letters are read in its direction. */
  language: string | null;
  /** Asks which of several claims is meant. */
  choose: (at: ChooserAt) => void;
}

export const GalleyContext = createContext<GalleyPainting>({
  galley: { current: null },
  repainted: () => {},
  language: null,
  choose: () => {},
});

/** Puts the selection back onto its words after marks were painted or taken away under it. */
export function useKeptSelection(painted: boolean): void {
  const { galley, repainted } = useContext(GalleyContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when what is painted changes
  useLayoutEffect(() => {
    const { selection } = useReviewView.getState();
    if (selection) galley.current?.select(selection);
    repainted();
  }, [painted, galley, repainted]);
}
