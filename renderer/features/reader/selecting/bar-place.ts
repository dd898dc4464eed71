import type { Box } from './nearest-place';

const gap = 8;

interface BarPlaceFacts {
  /** The first and the last line of what is selected, in the window. */
  first: Box;
  last: Box;
  /** What of the article is in view. */
  view: Box;
  width: number;
  height: number;
  /** The end of the selection that was moved last. */
  moving: 'start' | 'end';
  /** Whether it was moved by keys, one step after another, so that what comes next has to be seen. */
  byKeys: boolean;
}

/**
 * Where the bar of a selection stands in the window: outside of its lines, after a drag where the pointer is, and by keys on
 * the other side, away from what is selected next. A selection that leaves no room has it at the edge of the view that is
 * away from the end that moves. Null when the selection is not in view.
 */
export function barPlace(facts: BarPlaceFacts): { left: number; top: number } | null {
  const { first, last, view, width, height, moving, byKeys } = facts;
  if (last.bottom < view.top || first.top > view.bottom) return null;
  const above = { line: first, top: first.top - gap - height };
  const below = { line: last, top: last.bottom + gap };
  const isBelowBetter = (moving === 'end') !== byKeys;
  const fits = ({ top }: { top: number }) => top >= view.top && top + height <= view.bottom;
  const beside = (isBelowBetter ? [below, above] : [above, below]).find(fits);
  const edge = moving === 'end' ? view.top + gap : view.bottom - gap - height;
  const line = beside?.line ?? view;
  const left = (line.left + line.right) / 2 - width / 2;
  return {
    left: Math.max(view.left + gap, Math.min(left, view.right - gap - width)),
    top: beside?.top ?? edge,
  };
}
