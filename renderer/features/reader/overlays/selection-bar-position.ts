import type { Box } from '../dom/nearest-point';

/** Between the bar and the selected lines, and between the bar and the edges of the view, in CSS pixels. */
const gap = 8;

interface SelectionBarGeometry {
  /** The first and the last selected line, in the window's coordinates. */
  first: Box;
  last: Box;
  /** The part of the window in which the bar may be. */
  view: Box;
  /** The size of the bar. */
  width: number;
  height: number;
  /** The end of the selection that moved last. */
  movedEnd: 'start' | 'end';
  /** Whether it was moved by keyboard, step by step, so that the text after it has to stay visible. */
  isFromKeyboard: boolean;
}

/**
 * The position in the window of the bar beside a selection: above or below the selected lines, after a drag at the pointer, and
 * by keyboard at the other end, away from the text to be selected next. If there is no room above and below, the bar is at the
 * edge of the view away from the moved end. Null when the selection is out of view.
 */
export function getSelectionBarPosition(
  geometry: SelectionBarGeometry,
): { left: number; top: number } | null {
  const { first, last, view, width, height, movedEnd, isFromKeyboard } = geometry;
  if (last.bottom < view.top || first.top > view.bottom) return null;
  const above = { line: first, top: first.top - gap - height };
  const below = { line: last, top: last.bottom + gap };
  const prefersBelow = (movedEnd === 'end') !== isFromKeyboard;
  const fits = ({ top }: { top: number }) => top >= view.top && top + height <= view.bottom;
  const beside = (prefersBelow ? [below, above] : [above, below]).find(fits);
  const edgeTop = movedEnd === 'end' ? view.top + gap : view.bottom - gap - height;
  const line = beside?.line ?? view;
  const left = (line.left + line.right) / 2 - width / 2;
  return {
    left: Math.max(view.left + gap, Math.min(left, view.right - gap - width)),
    top: beside?.top ?? edgeTop,
  };
}
