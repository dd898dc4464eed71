/** The line that is being read, and where it was in the window. */
export interface KeptLine {
  /** Where it stands in the text, as a UTF-16 offset. */
  offset: number;
  /** Its upper edge in the window, in CSS pixels at the scale (pixels of the screen in one of CSS) it had then. */
  top: number;
  scale: number;
}

/** A line is seen if so much of it is in view, in CSS pixels. */
const seen = 40;

/** Where the line belongs in the window at another scale: at the same place of the screen, and in view. */
export function lineHeightInWindow(
  { top, scale }: KeptLine,
  scaleNow: number,
  view: { top: number; bottom: number },
): number {
  return Math.max(view.top, Math.min(view.bottom - seen, (top * scale) / scaleNow));
}
