import type { Direction } from '../../../../shared/text/characters/direction';
import type { DragSelection } from '../../../../shared/text/drag-selection';
import type { Span } from '../../../../shared/text/span';

/** Translates between the article on the screen and offsets in the draft. All boxes are in the window's coordinates. */
export interface ArticleDom {
  getRange(span: Span): Range | null;
  /** The same as a range that does not follow changes of the page, which makes hundreds of them cheap. */
  getStaticRange(span: Span): StaticRange | null;
  /** The selected span, trimmed to whole graphemes; null if nothing in the article is selected. */
  getSelection(): Span | null;
  selectSpan(span: Span): void;
  /** Selects from one offset to another, in this direction; clears the selection when they are equal. */
  selectBetween(drag: DragSelection): void;
  /** The offset nearest to a point of the window, wherever the point is; null in an empty article. */
  getOffsetAt(x: number, y: number): number | null;
  /**
   * The boxes of a span's first and last line; null if it is not in the article. A section far from the screen has a guessed
   * height: a line beyond that height gets the section's lower edge as its top.
   */
  getEndLines(span: Span): { first: DOMRect; last: DOMRect } | null;
  /** The section with an offset. */
  getSectionAt(offset: number): Element | null;
  /** The direction in which a grapheme is read, as it is laid out. */
  getDirection(grapheme: Span): Direction;
  /** Whether the selection was made towards its start. */
  isSelectionBackward(): boolean;
  /** The span in view, from the first whole line to the last; null in an empty article. */
  getVisibleSpan(): Span | null;
}
