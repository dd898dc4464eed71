import type { Draft } from '#shared/domain/base/draft.ts';
import type { Direction } from '#shared/text/characters/direction.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import type { DragSelection } from '#shared/text/selection/drag-selection.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import {
  createStaticRange,
  findBlockElements,
  findSection,
  getDraftOffset,
  getGraphemeDirection,
  setRange,
  sliceWholeNode,
} from './dom-positions.ts';
import { createOffsetFinder } from './offset-finder.ts';

/** Translates between the article on the screen and offsets in the draft. All boxes are in the window's coordinates. */
export interface ArticleDom {
  getRange(span: Span): Range | null;
  /** The same as a range that does not follow changes of the page, which makes hundreds of them cheap. */
  getStaticRange(span: Span): StaticRange | null;
  /** The selected span, trimmed to whole graphemes; null if nothing in the article is selected. */
  getSelection(): Span | null;
  selectSpan(span: Span): void;
  /** Selects from one offset to another, in this direction; clears the selection when they are equal. */
  selectBetween(drag: DragSelection): void;
  /** The offset nearest to a point of the window, wherever the point is; null in an empty article. */
  getOffsetAt(x: number, y: number): number | null;
  /**
   * The boxes of a span's first and last line; null if it is not in the article. A section far from the screen has a guessed
   * height: a line beyond that height gets the section's lower edge as its top.
   */
  getEndLines(span: Span): { first: DOMRect; last: DOMRect } | null;
  getSectionAt(offset: number): Element | null;
  /** The direction in which a grapheme is read, as it is laid out. */
  getDirection(grapheme: Span): Direction;
  isSelectionBackward(): boolean;
  /** The span in view, from the first whole line to the last; null in an empty article. */
  getVisibleSpan(): Span | null;
}

/** A line counts as visible when at least this much of it is in view, in CSS pixels. */
const minVisibleLineHeight = 14;

/** Creates the translator for a draft that is on the screen. */
export function createArticleDom(root: Element, draft: Draft): ArticleDom {
  const { text, blocks } = draft;

  /** The start of the block with an offset; a block includes its end. */
  const getBlockStart = (offset: number): number => {
    const index = findFirstIndex(blocks.length, (candidate) => at(blocks, candidate).end >= offset);
    return (blocks[index] ?? blocks.at(-1))?.start ?? 0;
  };

  const getBlockEnd = (offset: number): number => blocks.find(({ end }) => end > offset)?.end ?? text.length;

  // A block keeps its element as long as the draft is on the screen.
  const blockElements = findBlockElements(root);
  const getRange = (span: Span) => {
    const from = blockElements.get(getBlockStart(span.start));
    const to = blockElements.get(getBlockStart(span.end));
    return from && to ? setRange(span, from, to) : null;
  };

  const getSectionAt = (offset: number) => {
    const blockElement = blockElements.get(getBlockStart(offset));
    return blockElement ? findSection(root, blockElement) : null;
  };

  /** Limits a line to its section: measured in a section of guessed height, a line can overlap the sections below. */
  const limitToSection = (line: DOMRect, offset: number) => {
    const bottom = getSectionAt(offset)?.getBoundingClientRect().bottom ?? line.top;
    return line.top <= bottom ? line : new DOMRect(line.x, bottom, line.width, line.height);
  };

  const toOffset = (node: Node, offset: number) => getDraftOffset(root, { node, offset }, text.length);

  const getSelectedOffsets = () => {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed) return null;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    return { anchor: toOffset(anchorNode, anchorOffset), focus: toOffset(focusNode, focusOffset) };
  };

  const getOffsetAt = createOffsetFinder(root, [...blockElements.values()], text.length);

  return {
    getRange,
    getStaticRange(span) {
      const from = blockElements.get(getBlockStart(span.start));
      const to = blockElements.get(getBlockStart(span.end));
      return from && to ? createStaticRange(span, from, to) : null;
    },
    getSelection() {
      const offsets = getSelectedOffsets();
      return offsets && cleanSelection(text, offsets.anchor, offsets.focus);
    },
    selectSpan(span) {
      selectRange(getRange(span), false);
    },
    selectBetween({ anchor, focus }) {
      const [start, end] = anchor < focus ? [anchor, focus] : [focus, anchor];
      if (start === end) document.getSelection()?.removeAllRanges();
      else selectRange(getRange({ start, end }), focus < anchor);
    },
    getOffsetAt,
    getEndLines({ start, end }) {
      // Leaves out the separators between blocks, which are not lines of the span.
      const first = getLineBoxes(getRange({ start, end: Math.min(end, getBlockEnd(start)) }))[0];
      const last = getLineBoxes(getRange({ start: Math.max(start, getBlockStart(end)), end })).at(-1);
      return first && last ? { first: limitToSection(first, start), last: limitToSection(last, end) } : null;
    },
    getSectionAt,
    getDirection(grapheme) {
      const blockElement = blockElements.get(getBlockStart(grapheme.end));
      if (!blockElement) return 'ltr';
      const range = setRange(grapheme, blockElement, blockElement);
      const { startContainer: node, startOffset: start, endContainer, endOffset } = range;
      const end = endContainer === node ? endOffset : sliceWholeNode(node).end;
      return getGraphemeDirection(blockElement, { node, start, end });
    },
    isSelectionBackward() {
      const offsets = getSelectedOffsets();
      return offsets !== null && offsets.focus < offsets.anchor;
    },
    getVisibleSpan() {
      const view = root.closest('[data-scroller]')?.getBoundingClientRect();
      if (!view) return null;
      const { left, right } = root.getBoundingClientRect();
      const corners = [view.top + minVisibleLineHeight, view.bottom - minVisibleLineHeight].flatMap((y) =>
        [left, right].flatMap((x) => getOffsetAt(x, y) ?? []),
      );
      return corners.length === 0 ? null : { start: Math.min(...corners), end: Math.max(...corners) };
    },
  };
}

function selectRange(range: Range | null, isBackward: boolean): void {
  if (!range) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const selection = document.getSelection();
  if (isBackward) selection?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  else selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

function getLineBoxes(range: Range | null): DOMRect[] {
  return [...(range?.getClientRects() ?? [])].filter(({ width }) => width > 0);
}
