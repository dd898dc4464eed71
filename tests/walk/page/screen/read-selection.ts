import type { PageTools } from '../tools/page-tools';

export interface SelectionState {
  /** The selection in the article, by offsets in the draft; null when there is none. */
  selection: { start: number; end: number; isInView: boolean } | null;
  /** Whether the bar of the selection is shown. */
  hasSelectionBar: boolean;
}

/** Runs in the window, where it is sent as source text. */
export function readSelection({ findAll, findVisible, findArticleText }: PageTools): SelectionState {
  const text = findArticleText();

  /** The end of the last block before a DOM position that is in none. */
  const getEndOfBlockBefore = (node: Node, offset: number): number => {
    const blocksBefore = findAll('[data-start]', text ?? document).filter((block) => {
      const range = document.createRange();
      range.selectNode(block);
      return range.comparePoint(node, offset) > 0;
    });
    const last = blocksBefore.at(-1);
    return last ? Number(last.getAttribute('data-start')) + (last.textContent ?? '').length : 0;
  };
  const toDraftOffset = (node: Node, offset: number): number | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest('[data-start]');
    if (!block) return text && getEndOfBlockBefore(node, offset);
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, offset);
    return Number(block.getAttribute('data-start')) + range.toString().length;
  };

  /** The boxes of the selected lines, by block: a claim number between blocks may be in view while no selected text is. */
  const listSelectedLines = (selected: Range): DOMRect[] =>
    findAll('[data-start]', text ?? document).flatMap((block) => {
      if (!selected.intersectsNode(block)) return [];
      const part = document.createRange();
      part.selectNodeContents(block);
      if (selected.compareBoundaryPoints(Range.START_TO_START, part) > 0)
        part.setStart(selected.startContainer, selected.startOffset);
      if (selected.compareBoundaryPoints(Range.END_TO_END, part) < 0)
        part.setEnd(selected.endContainer, selected.endOffset);
      return [...part.getClientRects()];
    });
  const isInView = (selected: Range): boolean => {
    const view = text?.closest('[data-scroller]')?.getBoundingClientRect();
    const lines = listSelectedLines(selected);
    return (
      view !== undefined &&
      lines.some(({ bottom }) => bottom >= view.top) &&
      lines.some(({ top }) => top <= view.bottom)
    );
  };

  const selection = getSelection();
  const range =
    selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const isInText = range !== null && text?.contains(range.commonAncestorContainer) === true;
  return {
    selection:
      range && isInText
        ? {
            start: toDraftOffset(range.startContainer, range.startOffset) ?? -1,
            end: toDraftOffset(range.endContainer, range.endOffset) ?? -1,
            isInView: isInView(range),
          }
        : null,
    hasSelectionBar: findVisible('[role="toolbar"][aria-label="Selection"]').length > 0,
  };
}
