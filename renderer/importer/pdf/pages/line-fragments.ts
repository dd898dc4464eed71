import { countCharacters, type GlyphRun } from './glyph-run';

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
  /** The cells of a whole row of a table, when it is one (`tables/`). */
  row?: TableRow;
}

/** The lines of each cell, from left to right, and the baseline of the last line. */
export interface TableRow {
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
