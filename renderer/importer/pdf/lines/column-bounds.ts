import type { GlyphRun } from '../pages/glyph-run';
import { findWeightedMode } from './weighted-mode';

/** The edges that the lines of a column share. Lengths in points. */
export interface ColumnBounds {
  /** Where most lines begin, and whether enough of them begin exactly there. */
  left: number;
  isAligned: boolean;
  /** Where the longest lines end. */
  right: number;
  /** Characters of the longest lines. */
  maxLineLength: number;
}

interface MeasuredLine {
  cells: GlyphRun[][];
  left: number;
  right: number;
  size: number;
}

/** Measures the edges of a column. Lines that begin elsewhere or have gaps, as titles and tables do, are measured only when there are no others. */
export function measureColumn(lines: readonly MeasuredLine[]): ColumnBounds {
  const texts = lines.map(({ left, cells }) => ({
    left,
    text: cells
      .flat()
      .map(({ text }) => text)
      .join(''),
  }));
  const left = findWeightedMode(texts, (line) => Math.round(line.left)) ?? 0;
  const plain = lines.filter((line) => line.cells.length === 1 && Math.abs(line.left - left) < 3 * line.size);
  const right = maxWithoutOutliers((plain.length > 0 ? plain : lines).map((line) => line.right));
  const exactlyLeft = lines.filter((line) => Math.abs(line.left - left) < 1).length;
  return {
    left,
    isAligned: exactlyLeft >= lines.length * 0.3,
    right,
    maxLineLength: maxWithoutOutliers(texts.map(({ text }) => text.length)),
  };
}

/** The maximum, without the largest 3 percent: a few lines may run over the edge. */
function maxWithoutOutliers(lengths: number[]): number {
  return lengths.toSorted((a, b) => b - a)[lengths.length >> 5] ?? 0;
}
