import { type KeyboardEvent, type RefObject, useContext, useEffect, useMemo } from 'react';
import { useOutstandingSpots } from '#renderer/window/state/reading/coverage.ts';
import { useOutline, useSession, useTopic } from '#renderer/window/state/review/use-session.ts';
import {
  clearFind,
  goToNextMatch,
  isCurrentMatchSelected,
  selectCurrentMatch,
  useFind,
} from '#renderer/window/state/view/find.ts';
import { useIsPanelShown } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { useStableItems } from '#renderer/window/ui/lists/use-stable-items.ts';
import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import type { Block } from '#shared/domain/base/draft.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import { compareSpans, type Span } from '#shared/text/span.ts';
import type { ArticleDom } from './dom/create-article-dom.ts';
import { ArticleViewContext } from './overlays/article-view-context.ts';

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
function useRangeHighlights(name: keyof typeof priorities, spans: readonly Span[], painted: unknown): void {
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
function selectInBlocks<Item extends { span: Span }>(
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

const nothing: readonly Span[] = [];

/** Greys the words of a section that were set aside, while it is near the screen and the list with coverage is shown. */
export function useSetAsideHighlights(blocks: readonly Block[], isNear: boolean, painted: unknown): void {
  const { review, draft } = useSession();
  const isReadingShown = useReviewView(({ list }) => list === 'reading');
  const areListsShown = useIsPanelShown('claims');
  const isWanted = isNear && isReadingShown && areListsShown;
  useTopic('dismissals', (session) => (isWanted ? session.revision() : 0));
  const setAside = isWanted
    ? listDismissals(review, draft.id).toSorted((a, b) => compareSpans(a.span, b.span))
    : [];
  const spans = useStableItems(isWanted ? selectInBlocks(setAside, blocks).map(({ span }) => span) : nothing);
  useRangeHighlights('set-aside', spans, painted);
}

/** Underlines the spotted words of a section that are open, while it is near the screen. */
export function useSpotHighlights(blocks: readonly Block[], isNear: boolean, painted: unknown): void {
  const outstanding = useOutstandingSpots(isNear);
  // An edit elsewhere leaves the spots of this section as they are, and their lines with them.
  const spans = useStableItems(
    useMemo(() => selectInBlocks(outstanding, blocks).map(({ span }) => span), [outstanding, blocks]),
  );
  useRangeHighlights('spotted', spans, painted);
}
