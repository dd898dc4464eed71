interface Caret {
  node: Node;
  at: number;
}

/** The place between two characters at a point of the window, whatever element is there. */
export function caretAt(x: number, y: number): Caret | null {
  // The standard's name came with Chromium 128.
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, at: place.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, at: range.startOffset };
}
