import type { Box } from '../dom/nearest-point.ts';

/** Between the bar and the selected lines, and between the bar and the edges of the view, in CSS pixels. */
const gap = 8;

/** The distance of two lines, in heights of their letters: rather too much, so that the bar never touches the next line. */
const leading = 1.5;

/** After a drag over more lines than this, the bar is not above them, where it would be far from the pointer. */
const maxLinesBelowBar = 3;

interface SelectionBarGeometry {
  /** The first and the last selected line, in the window's coordinates. */
  first: Box;
  last: Box;
  /** The part of the window in which the bar may be. */
  view: Box;
  width: number;
  height: number;
  movedEnd: 'start' | 'end';
  /** Whether it was moved by keyboard, step by step, so that the text after it has to stay visible. */
  isFromKeyboard: boolean;
}

/**
 * The position in the window of the bar beside a selection: above the selected lines, or below the line that follows them, so that both
 * can be read. It is below after a drag over many lines, which ended there, and by keyboard when the start was moved, away from the
 * text to be selected next. If there is no room, it covers the next line, and at last it is at the edge of the view away from
 * the moved end. Null when the selection is out of view.
 */
export function getSelectionBarPosition(
  geometry: SelectionBarGeometry,
): { left: number; top: number } | null {
  const { first, last, view, width, height, movedEnd, isFromKeyboard } = geometry;
  if (last.bottom < view.top || first.top > view.bottom) return null;
  const above = { line: first, top: first.top - gap - height };
  const below = { line: last, top: last.bottom + gap };
  const lineDistance = leading * (last.bottom - last.top);
  const belowNextLine = { line: last, top: last.bottom + lineDistance };
  const isLong = last.bottom - first.top > maxLinesBelowBar * lineDistance;
  const prefersBelow = isFromKeyboard ? movedEnd === 'start' : movedEnd === 'end' && isLong;
  const fits = ({ top }: { top: number }) => top >= view.top && top + height <= view.bottom;
  const beside = [...(prefersBelow ? [belowNextLine, above] : [above, belowNextLine]), below].find(fits);
  const edgeTop = movedEnd === 'end' ? view.top + gap : view.bottom - gap - height;
  const line = beside?.line ?? view;
  const left = (line.left + line.right) / 2 - width / 2;
  return {
    left: Math.max(view.left + gap, Math.min(left, view.right - gap - width)),
    top: beside?.top ?? edgeTop,
  };
}
