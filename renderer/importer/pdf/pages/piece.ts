/** How the letters of a piece of text look, and where they lead. */
export interface Look {
  bold: boolean;
  italic: boolean;
  href: string | null;
}

/**
 * A piece of a line. Lengths in points, x from the left and y from the top of the page as it is shown, turned so that all
 * pieces run from left to right (those of a page in Hebrew or Arabic as in a mirror).
 */
export interface Piece {
  text: string;
  look: Look;
  /** Where it begins and ends. */
  left: number;
  right: number;
  /** The baseline. */
  y: number;
  /** Of the letters. */
  size: number;
  font: string;
  /** Its place among the pieces of the page as the file has them. */
  order: number;
  /** Whether a space comes before it in the file. */
  spaced: boolean;
  rtl: boolean;
  /** Whether the file says that it is no content of the page, but a running head, say (ISO 32000-1, 14.8.2.2). */
  artifact: boolean;
}

/** Pieces that run in the same direction on a page. */
export interface Sheet {
  /** Counted from 1. */
  page: number;
  width: number;
  height: number;
  pieces: Piece[];
}
