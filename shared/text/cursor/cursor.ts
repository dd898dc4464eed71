import type { Span } from '../span';

/**
 * The keyboard's cursor in the article: it holds an anchor (a sentence or a word), and extends to the offset `focus`. Offsets
 * are UTF-16 code units into the draft's text.
 */
export interface Cursor {
  anchor: Span;
  /** The anchor's end, unless the cursor was extended. It may lie before the anchor. */
  focus: number;
}

/** A cursor on a sentence or word, not extended. */
export function createCursor(anchor: Span): Cursor {
  return { anchor, focus: anchor.end };
}

/** All that the cursor holds, from the anchor to the focus. */
export function getCursorSpan({ anchor, focus }: Cursor): Span {
  if (focus <= anchor.start) return { start: focus, end: anchor.end };
  return { start: anchor.start, end: focus };
}
