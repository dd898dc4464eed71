import type { Draft } from '../../../../shared/domain/draft';
import type { Direction } from '../../../../shared/text/characters/direction';
import type { Dragged } from '../../../../shared/text/drag';
import { cleanSelection } from '../../../../shared/text/selection';
import type { Span } from '../../../../shared/text/span';
import { letterDirection } from '../selecting/letter-direction';
import { allLetters } from '../selecting/letters';
import { createPointing } from '../selecting/pointing';
import { holdersIn, offsetOf, rangeOf, sectionOf } from './dom-text';

/** The way between the galley on the screen and offsets in the draft. */
export interface GalleyDom {
  range(span: Span): Range | null;
  /** The words selected now, cleaned; null when nothing in the article is selected. */
  selected(): Span | null;
  select(span: Span): void;
  /** Selects as far as a drag has come; what holds nothing lets go of what was selected. */
  drag(dragged: Dragged): void;
  /** The offset nearest to a point of the window, wherever the point is; null in an empty article. */
  offsetAt(x: number, y: number): number | null;
  /**
   * The first and the last line of some words, as boxes in the window; null when they are nowhere. Lines that a section far
   * from the screen, whose height is guessed, has no room for are taken to begin where it ends.
   */
  endLines(span: Span): { first: DOMRect; last: DOMRect } | null;
  /** The section that holds an offset. */
  sectionAt(offset: number): Element | null;
  /** The direction in which a grapheme is read where it stands. */
  directionOf(letter: Span): Direction;
  /** Whether the words selected were selected towards their start. */
  isBackward(): boolean;
  /** What is in view, from the first whole line to the last; null in an empty article. */
  inView(): Span | null;
}

/** Less than this of a line is not seen to be one, in CSS pixels. */
const halfLine = 14;

export function createGalleyDom(root: Element, draft: Draft): GalleyDom {
  const { text, blocks } = draft;

  /** The first offset of the block that holds an offset (its end included). */
  const blockStart = (offset: number): number => {
    const block = blocks.find(({ end }) => end >= offset);
    return (block ?? blocks.at(-1))?.start ?? 0;
  };

  const endOfBlock = (offset: number): number => blocks.find(({ end }) => end > offset)?.end ?? text.length;

  // A block keeps its element for as long as the draft is shown.
  const holders = holdersIn(root);
  const range = (span: Span) => {
    const from = holders.get(blockStart(span.start));
    const to = holders.get(blockStart(span.end));
    return from && to ? rangeOf(span, from, to) : null;
  };

  const sectionAt = (offset: number) => {
    const holder = holders.get(blockStart(offset));
    return holder ? sectionOf(root, holder) : null;
  };

  /** Where a line is painted: measured in a section whose height is only guessed, it may lie over those that follow. */
  const inSection = (line: DOMRect, offset: number) => {
    const bottom = sectionAt(offset)?.getBoundingClientRect().bottom ?? line.top;
    return line.top <= bottom ? line : new DOMRect(line.x, bottom, line.width, line.height);
  };

  const offsetAt = createPointing(root, [...holders.values()], text.length);

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
      setSelection(range(span), false);
    },
    drag({ anchor, focus }) {
      const [start, end] = anchor < focus ? [anchor, focus] : [focus, anchor];
      if (start === end) document.getSelection()?.removeAllRanges();
      else setSelection(range({ start, end }), focus < anchor);
    },
    offsetAt,
    endLines({ start, end }) {
      // What lies between two blocks is no line of theirs.
      const first = lineBoxes(range({ start, end: Math.min(end, endOfBlock(start)) }))[0];
      const last = lineBoxes(range({ start: Math.max(start, blockStart(end)), end })).at(-1);
      return first && last ? { first: inSection(first, start), last: inSection(last, end) } : null;
    },
    sectionAt,
    directionOf(letter) {
      const holder = holders.get(blockStart(letter.end));
      if (!holder) return 'ltr';
      const { startContainer: node, startOffset, endContainer, endOffset } = rangeOf(letter, holder, holder);
      const end = endContainer === node ? endOffset : allLetters(node).end;
      return letterDirection(holder, { text: node, start: startOffset, end });
    },
    isBackward() {
      const selection = document.getSelection();
      if (!selection?.anchorNode || !selection.focusNode) return false;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const from = offsetOf(root, anchorNode, anchorOffset, text.length);
      return offsetOf(root, focusNode, focusOffset, text.length) < from;
    },
    inView() {
      const view = root.closest('[data-scroller]')?.getBoundingClientRect();
      if (!view) return null;
      const { left, right } = root.getBoundingClientRect();
      const ends = [view.top + halfLine, view.bottom - halfLine].flatMap((y) =>
        [left, right].flatMap((x) => offsetAt(x, y) ?? []),
      );
      return ends.length === 0 ? null : { start: Math.min(...ends), end: Math.max(...ends) };
    },
  };
}

function setSelection(range: Range | null, isBackward: boolean): void {
  if (!range) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const selection = document.getSelection();
  if (isBackward) selection?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  else selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

function lineBoxes(range: Range | null): DOMRect[] {
  return [...(range?.getClientRects() ?? [])].filter(({ width }) => width > 0);
}
