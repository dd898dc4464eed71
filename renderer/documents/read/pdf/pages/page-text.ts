import type { TextStyle } from '#renderer/documents/read/flow/block-text.ts';
import type { PageSurface } from './page-surface.ts';

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

/** The text of runs, or of parts of a line, as they follow each other. */
export function joinTexts(runs: readonly { text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Where runs or fragments begin and end in all, of which there is at least one. */
export function measureWidth(parts: readonly { left: number; right: number }[]): {
  left: number;
  right: number;
} {
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
  };
}

/** The length of the text of runs, in UTF-16 code units. */
export function countCharacters(runs: readonly GlyphRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * The part of a line within one column: glyph runs close to each other, from left to right, superscripts and subscripts
 * included.
 */
export interface LineFragment {
  glyphRuns: GlyphRun[];
  left: number;
  right: number;
  /** Baseline and font size of its largest run. */
  baseline: number;
  size: number;
  /** The cells of a whole row of a table, when it is one. */
  row?: TableRow;
}

/** The lines of each cell, from left to right, and the baseline of the last line. */
interface TableRow {
  cellLines: GlyphRun[][][];
  lastBaseline: number;
}

/** The text of fragments of one line, with single spaces. */
export function joinFragmentTexts(fragments: readonly LineFragment[]): string {
  return fragments
    .map(({ glyphRuns }) =>
      glyphRuns.map(({ text, hasSpaceBefore }) => (hasSpaceBefore ? ` ${text}` : text)).join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The length of the text of fragments, in UTF-16 code units. */
export function countFragmentCharacters(fragments: readonly LineFragment[]): number {
  return fragments.reduce((sum, { glyphRuns }) => sum + countCharacters(glyphRuns), 0);
}

/** The position in the file of the fragment's first run. */
export function getFirstOrder({ glyphRuns }: LineFragment): number {
  return glyphRuns.reduce((first, { order }) => Math.min(first, order), Number.POSITIVE_INFINITY);
}

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
