import type { Span } from '#shared/text/span.ts';

/** The line that is being read, and where it was in the window. */
export interface ReadingLine {
  /** The words that are being read, in the draft; a line of text starts with them. */
  span: Span;
  /** The line's upper edge in the window, in CSS pixels at `scale`. */
  top: number;
  /** Device pixels for each CSS pixel when `top` was measured. */
  scale: number;
}

/** At least this much of the line must be in view, in CSS pixels. */
const minVisibleHeight = 40;

/** Scroll positions are rounded to the pixels of the screen, and lines to their fractions, in CSS pixels. */
const rounding = 1;

/**
 * The line's upper edge in the window at another scale: the same position on the screen, but always in view, with all of the
 * words if they fit. `height` is theirs, in CSS pixels at the current scale.
 */
export function getReadingLineTop(
  { top, scale }: Pick<ReadingLine, 'top' | 'scale'>,
  currentScale: number,
  view: { top: number; bottom: number },
  height = 0,
): number {
  const fits = height + rounding <= view.bottom - view.top;
  const lowest = view.bottom - Math.max(minVisibleHeight, fits ? height + rounding : 0);
  return Math.max(view.top, Math.min(lowest, (top * scale) / currentScale));
}
