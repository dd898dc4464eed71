import { useMemo } from 'react';
import type { Block } from '../../../shared/domain/draft/draft';
import { useOutstandingSpots } from '../../state/reading/coverage';
import { useStableItems } from '../../ui/lists/use-stable-items';
import { selectInBlocks, useRangeHighlights } from './use-range-highlights';

/** Underlines the spotted words of a section that are open, while it is near the screen. */
export function useSpotHighlights(blocks: readonly Block[], isNear: boolean, painted: unknown): void {
  const outstanding = useOutstandingSpots(isNear);
  // An edit elsewhere leaves the spots of this section as they are, and their lines with them.
  const spans = useStableItems(
    useMemo(() => selectInBlocks(outstanding, blocks).map(({ span }) => span), [outstanding, blocks]),
  );
  useRangeHighlights('spotted', spans, painted);
}
