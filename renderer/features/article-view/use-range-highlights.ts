import { useContext, useEffect } from 'react';
import type { Block } from '../../../shared/domain/draft/draft';
import { at } from '../../../shared/text/sequences/at';
import { findFirstIndex } from '../../../shared/text/sequences/find-first-index';
import type { Span } from '../../../shared/text/span';
import { ArticleViewContext } from './article-view-context';

/**
 * The order of the layers. Old runtimes give every highlight without a colour of its own the colour of the layer below, also where that
 * layer has nothing; so what is grey lies on top, and no spotted or found word takes its colour.
 */
const priorities = { spotted: 0, 'set-aside': 1 } as const;

/**
 * Paints spans with a CSS custom highlight that all sections share. It may appear two frames after the text, so that marking a claim
 * does not wait for it. The same array for the same spans; `painted` differs when the text nodes were replaced, as painting a claim
 * does.
 */
export function useRangeHighlights(
  name: keyof typeof priorities,
  spans: readonly Span[],
  painted: unknown,
): void {
  const { articleDom } = useContext(ArticleViewContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: painting claims replaces text nodes, and the highlights with them
  useEffect(() => {
    if (spans.length === 0) return;
    let ranges: StaticRange[] = [];
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        ranges = spans.flatMap((span) => articleDom.current?.getStaticRange(span) ?? []);
        const highlight = getHighlight(name);
        for (const range of ranges) highlight.add(range);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      const highlight = getHighlight(name);
      for (const range of ranges) highlight.delete(range);
    };
  }, [name, spans, painted, articleDom]);
}

function getHighlight(name: keyof typeof priorities): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = priorities[name];
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** The items, which are in order, whose spans start in these blocks. */
export function selectInBlocks<Item extends { span: Span }>(
  items: readonly Item[],
  blocks: readonly Block[],
): readonly Item[] {
  const [start, end] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0];
  const startsBehind = (offset: number) => (index: number) => at(items, index).span.start >= offset;
  return items.slice(
    findFirstIndex(items.length, startsBehind(start)),
    findFirstIndex(items.length, startsBehind(end)),
  );
}
