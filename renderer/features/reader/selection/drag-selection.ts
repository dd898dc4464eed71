import type { Draft } from '../../../../shared/domain/draft/draft';
import { createDragSelection, type DragUnit, findDragUnit } from '../../../../shared/text/drag-selection';
import type { Span } from '../../../../shared/text/span';
import { useReviewView } from '../../../state/view/review-view';
import { clearSelectedClaims } from '../../../state/view/selected-claims';
import type { ArticleDom } from '../dom/article-dom';
import type { Point } from '../dom/nearest-point';
import { createAutoScroll } from './auto-scroll';

/** A press that moves less than this, in CSS pixels, is a click. */
const clickTolerance = 3;

interface DragContext {
  draft: Draft;
  articleDom: ArticleDom;
  /** The element that scrolls the article. */
  scroller: HTMLElement;
}

interface Press extends Point {
  /** How many presses followed each other quickly: 2 for a double click. */
  clicks: number;
  /** Whether the press extends the selection, as with Shift. */
  isExtending: boolean;
}

/** The units that one, two and three clicks select. */
const unitsByClicks: readonly DragUnit[] = ['character', 'word', 'block'];

/** The end of the selection that stays where it is when a press extends it: the end on the other side of the press. */
function findFixedEnd(selection: Span, offset: number): number {
  return offset < selection.start ? selection.end : selection.start;
}

/**
 * Selects text by mouse, from a press until the button is released. Chromium's own selection jumps to the end of the page when
 * the pointer is not on text (between two blocks, beyond the end of a line, on a margin, over a panel) or when move events come
 * too rarely; this one always follows the text nearest to the pointer. Returns a function that ends the drag.
 */
export function startDragSelection({ draft, articleDom, scroller }: DragContext, press: Press): () => void {
  const unit = unitsByClicks[Math.min(press.clicks, unitsByClicks.length) - 1] ?? 'character';
  const { selection, lastSpan } = useReviewView.getState();
  const pressOffset = articleDom.getOffsetAt(press.x, press.y);
  if (pressOffset === null) return () => {};
  const extended = press.isExtending ? (selection ?? lastSpan) : null;
  const fixedEnd = extended && findFixedEnd(extended, pressOffset);
  const start =
    fixedEnd === null ? findDragUnit(draft, pressOffset, unit) : { start: fixedEnd, end: fixedEnd };
  let pointer: Point = press;
  let isClick = fixedEnd === null;
  let selected: Span | null = null;

  const update = () => {
    const pointerOffset = articleDom.getOffsetAt(pointer.x, pointer.y);
    // A key has marked or cleared the selection during the drag.
    if (selected && useReviewView.getState().selection === null) return end();
    const isAtStart = isClick || pointerOffset === null;
    articleDom.selectBetween(
      createDragSelection(start, isAtStart ? start : findDragUnit(draft, pointerOffset, unit)),
    );
    selected = articleDom.getSelection();
    const offset = pointerOffset ?? pressOffset;
    if (selected) clearSelectedClaims();
    useReviewView.setState({ selection: selected, lastSpan: selected ?? { start: offset, end: offset } });
  };
  const followPointer = (event: MouseEvent) => {
    pointer = { x: event.clientX, y: event.clientY };
    isClick &&= Math.hypot(pointer.x - press.x, pointer.y - press.y) < clickTolerance;
    update();
    autoScroll.follow(pointer);
  };
  const onMouseMove = (event: MouseEvent) => {
    // The button was released where the window gets no event.
    if ((event.buttons & 1) === 0) end();
    else followPointer(event);
  };
  const onMouseUp = (event: MouseEvent) => {
    followPointer(event);
    end();
  };
  const autoScroll = createAutoScroll(scroller, update);
  const end = () => {
    autoScroll.stop();
    document.removeEventListener('mousemove', onMouseMove);
    document.removeEventListener('mouseup', onMouseUp);
  };
  document.addEventListener('mousemove', onMouseMove);
  document.addEventListener('mouseup', onMouseUp);
  update();
  return end;
}
