/** The line that is being read, and where it was in the window. */
export interface ReadingLine {
  /** A UTF-16 offset in the draft. */
  offset: number;
  /** The line's upper edge in the window, in CSS pixels at `scale`. */
  top: number;
  /** Device pixels for each CSS pixel when `top` was measured. */
  scale: number;
}

/** At least this much of the line must be in view, in CSS pixels. */
const minVisibleHeight = 40;

/** The line's upper edge in the window at another scale: the same position on the screen, but always in view. */
export function getReadingLineTop(
  { top, scale }: ReadingLine,
  currentScale: number,
  view: { top: number; bottom: number },
): number {
  return Math.max(view.top, Math.min(view.bottom - minVisibleHeight, (top * scale) / currentScale));
}
