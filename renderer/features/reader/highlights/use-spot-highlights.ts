import { useContext, useEffect, useMemo } from 'react';
import type { Block } from '../../../../shared/domain/draft/draft';
import type { SpottedSpan } from '../../../../shared/spotting/spotted-span';
import { at } from '../../../../shared/text/sequences/at';
import { findFirstIndex } from '../../../../shared/text/sequences/find-first-index';
import { useOutstandingSpots } from '../../../state/reading/coverage';
import { useStableItems } from '../../../ui/lists/use-stable-items';
import { ArticleViewContext } from '../article-view/article-view-context';

const highlightName = 'spotted';

/**
 * Underlines the spotted words of a section that nobody looked at, while it is near the screen, with CSS custom highlights. The
 * lines may appear two frames after the text, so that marking a claim does not wait for them. `painted` differs when the
 * text nodes were replaced, as painting a claim does.
 */
export function useSpotHighlights(blocks: readonly Block[], isNear: boolean, painted: unknown): void {
  const { articleDom } = useContext(ArticleViewContext);
  const outstanding = useOutstandingSpots(isNear);
  // An edit elsewhere leaves the spots of this section as they are, and their lines with them.
  const spots = useStableItems(useMemo(() => selectSpots(outstanding, blocks), [outstanding, blocks]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and the highlights with them
  useEffect(() => {
    if (spots.length === 0) return;
    let underlined: StaticRange[] = [];
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        underlined = spots.flatMap(({ span }) => articleDom.current?.getStaticRange(span) ?? []);
        const highlight = getHighlight();
        for (const range of underlined) highlight.add(range);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      const highlight = getHighlight();
      for (const range of underlined) highlight.delete(range);
    };
  }, [spots, painted, articleDom]);
}

/** The one highlight that all sections share. */
function getHighlight(): Highlight {
  const { highlights } = CSS;
  const highlight = highlights.get(highlightName) ?? new Highlight();
  highlights.set(highlightName, highlight);
  return highlight;
}

/** The spans, which are in order, that start in these blocks. */
function selectSpots(spots: readonly SpottedSpan[], blocks: readonly Block[]): readonly SpottedSpan[] {
  const [start, end] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0];
  const startsBehind = (offset: number) => (index: number) => at(spots, index).span.start >= offset;
  return spots.slice(
    findFirstIndex(spots.length, startsBehind(start)),
    findFirstIndex(spots.length, startsBehind(end)),
  );
}
