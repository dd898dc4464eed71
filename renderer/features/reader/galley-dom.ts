import type { Draft } from '../../../shared/domain/draft';
import type { Span } from '../../../shared/domain/span';
import { cleanSelection } from '../../../shared/text/selection';
import { holdersIn, offsetOf, rangeOf } from './dom-text';

/** The way between the galley on the screen and offsets in the draft. */
export interface GalleyDom {
  range(span: Span): Range | null;
  /** The words selected now, cleaned; null when nothing in the article is selected. */
  selected(): Span | null;
  select(span: Span): void;
  /** The offset under a point of the window, for dragging a border. */
  offsetAt(x: number, y: number): number | null;
}

export function createGalleyDom(root: Element, draft: Draft): GalleyDom {
  const { text, blocks } = draft;

  /** The first offset of the block that holds an offset (its end included). */
  const blockStart = (offset: number): number => {
    const block = blocks.find(({ end }) => end >= offset);
    return (block ?? blocks.at(-1))?.start ?? 0;
  };

  // A block keeps its element for as long as the draft is shown.
  const holders = holdersIn(root);
  const range = (span: Span) => {
    const from = holders.get(blockStart(span.start));
    const to = holders.get(blockStart(span.end));
    return from && to ? rangeOf(span, from, to) : null;
  };

  return {
    range,
    selected() {
      const selection = document.getSelection();
      if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return null;
      const from = offsetOf(root, selection.anchorNode, selection.anchorOffset, text.length);
      const to = offsetOf(root, selection.focusNode, selection.focusOffset, text.length);
      return cleanSelection(text, from, to);
    },
    select(span) {
      const found = range(span);
      if (!found) return;
      const { startContainer, startOffset, endContainer, endOffset } = found;
      document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    },
    offsetAt(x, y) {
      // Chromium 128 has caretPositionFromPoint as well; the older name is there in every runtime of ours.
      const caret = document.caretRangeFromPoint(x, y);
      return caret && offsetOf(root, caret.startContainer, caret.startOffset, text.length);
    },
  };
}
