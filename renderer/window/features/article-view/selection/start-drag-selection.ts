import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { clearSelectedClaims } from '#renderer/window/state/view/selected-claims.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import {
  createDragSelection,
  type DragSelection,
  type DragUnit,
  findDragUnit,
} from '#shared/text/selection/drag-selection.ts';
import type { Span } from '#shared/text/span.ts';
import type { ArticleDom } from '../dom/create-article-dom.ts';
import type { Point } from '../dom/nearest-point.ts';
import { createAutoScroll } from './auto-scroll.ts';

/** A press that moves less than this, in CSS pixels, is a click. */
const clickTolerance = 3;

interface DragContext {
  draft: Draft;
  articleDom: ArticleDom;
  scroller: HTMLElement;
}

interface Press extends Point {
  /** How many presses followed each other quickly: 2 for a double click. */
  clicks: number;
  isExtending: boolean;
  isAltHeld: boolean;
}

/** The units that one, two and three clicks select. */
const unitsByClicks: readonly DragUnit[] = ['touchedWord', 'word', 'block'];

/** The end of the selection that stays where it is when a press extends it: the end on the other side of the press. */
function findFixedEnd(selection: Span, offset: number): number {
  return offset < selection.start ? selection.end : selection.start;
}

/**
 * Selects text by mouse, from a press until the button is released. Chromium's own selection jumps to the end of the page when
 * the pointer is not on text (between two blocks, beyond the end of a line, on a margin, over a panel) or when move events come
 * too rarely; this one always follows the text nearest to the pointer, and takes the words that it touches whole, unless Alt is
 * held. Returns a function that ends the drag.
 */
export function startDragSelection({ draft, articleDom, scroller }: DragContext, press: Press): () => void {
  const unit = unitsByClicks[Math.min(press.clicks, unitsByClicks.length) - 1] ?? 'touchedWord';
  const { selection, lastSpan } = useReviewView.getState();
  const pressOffset = articleDom.getOffsetAt(press.x, press.y);
  if (pressOffset === null) return () => {};
  const extended = press.isExtending ? (selection ?? lastSpan) : null;
  const fixedEnd = extended && findFixedEnd(extended, pressOffset);
  let pointer: Point = press;
  let { isAltHeld } = press;
  let isClick = fixedEnd === null;
  let selected: Span | null = null;

  const createSelection = (reached: number): DragSelection => {
    // Without a character between the ends, no word is touched.
    const isByCharacter = unit === 'touchedWord' && (isAltHeld || reached === (fixedEnd ?? pressOffset));
    const findUnit = (offset: number) => findDragUnit(draft, offset, isByCharacter ? 'character' : unit);
    const { start, end } = findUnit(reached);
    if (fixedEnd !== null) return { anchor: fixedEnd, focus: reached < fixedEnd ? start : end };
    return createDragSelection(findUnit(pressOffset), { start, end });
  };
  const update = () => {
    const pointerOffset = articleDom.getOffsetAt(pointer.x, pointer.y);
    // A key has marked or cleared the selection during the drag.
    if (selected && useReviewView.getState().selection === null) return end();
    const reached = isClick ? pressOffset : (pointerOffset ?? pressOffset);
    articleDom.selectBetween(createSelection(reached));
    selected = articleDom.getSelection();
    const offset = pointerOffset ?? pressOffset;
    if (selected) clearSelectedClaims();
    useReviewView.setState({ selection: selected, lastSpan: selected ?? { start: offset, end: offset } });
  };
  const followPointer = (event: MouseEvent) => {
    pointer = { x: event.clientX, y: event.clientY };
    isAltHeld = event.altKey;
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
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Alt') return;
    // Otherwise the key would open the menu bar.
    event.preventDefault();
    isAltHeld = event.type === 'keydown';
    update();
  };
  const autoScroll = createAutoScroll(scroller, update);
  const end = () => {
    autoScroll.stop();
    document.removeEventListener('mousemove', onMouseMove);
    document.removeEventListener('mouseup', onMouseUp);
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('keyup', onKey);
  };
  document.addEventListener('mousemove', onMouseMove);
  document.addEventListener('mouseup', onMouseUp);
  document.addEventListener('keydown', onKey);
  document.addEventListener('keyup', onKey);
  update();
  return end;
}
