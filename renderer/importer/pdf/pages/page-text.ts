import type { LineFragment } from './line-fragments';
import type { PageSurface } from './page-surface';

/** The text of a page. Lengths in points. */
export interface PageText {
  /** Counted from 1. */
  pageNumber: number;
  width: number;
  height: number;
  /** The kind of its content: text, or else something that may hide text. */
  surface: 'text' | PageSurface;
  /** Whether a picture covers much of it, beside little or no text. */
  isScan: boolean;
  fragments: LineFragment[];
  /** Text that runs in other directions, as beside a picture or down the margin. */
  rotated: RotatedText[];
}

/** Text in one other direction. It is askew when that is none of the four of the page, as that of a watermark. */
interface RotatedText {
  isAskew: boolean;
  fragments: LineFragment[];
}
