import type { TextStyle } from '../../text/styled-text';

/**
 * A string of one font at one position of a page, as the file has it; a line of text has one or many. Lengths are in points. x
 * counts from the left and y from the top of the page as it is shown, rotated so that the run goes from left to right (and
 * mirrored on a page in Hebrew or Arabic).
 */
export interface GlyphRun {
  text: string;
  style: TextStyle;
  /** x of the start and of the end. */
  left: number;
  right: number;
  /** y of the baseline. */
  baseline: number;
  /** Size of the font. */
  size: number;
  font: string;
  /** Its index among the runs of the page as the file has them. */
  order: number;
  /** Whether a space comes before it in the file. */
  hasSpaceBefore: boolean;
  isRtl: boolean;
  /** Whether its page is mirrored. */
  isMirrored: boolean;
  /** Whether the file marks it as no content of the page, but a running head, say (ISO 32000-1, 14.8.2.2). */
  isArtifact: boolean;
  /** The comments that are about it, by their index among those of the document. */
  comments: readonly number[];
}

/** The length of the text of runs, in UTF-16 code units. */
export function countCharacters(runs: readonly GlyphRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
