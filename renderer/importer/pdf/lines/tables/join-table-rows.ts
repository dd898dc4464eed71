import type { GlyphRun } from '../../pages/glyph-run';
import type { LineFragment } from '../../pages/line-fragments';
import { type CellText, findCellTexts } from './cell-texts';
import { findRows } from './find-rows';

/**
 * Joins each row of a table whose cells have several lines to one fragment. Read line by line, such cells would get mixed up,
 * above all where they lie around the middle of their row; the file has them one after another.
 */
export function joinTableRows(fragments: readonly LineFragment[]): LineFragment[] {
  const rows = findRows(findCellTexts(fragments.flatMap(({ glyphRuns }) => glyphRuns)));
  if (rows.length === 0) return [...fragments];
  const inRows = new Set(rows.flatMap((row) => row.flatMap(({ lines }) => lines.flat())));
  const others = fragments.flatMap((fragment) => {
    const glyphRuns = fragment.glyphRuns.filter((run) => !inRows.has(run));
    if (glyphRuns.length === fragment.glyphRuns.length) return [fragment];
    return glyphRuns.length === 0 ? [] : [{ ...fragment, glyphRuns, ...measureWidth(glyphRuns) }];
  });
  return [...others, ...rows.map(createRowFragment)];
}

function createRowFragment(row: readonly CellText[]): LineFragment {
  const cellLines = row.map(({ lines }) => lines.map(markStart));
  const glyphRuns = cellLines.flat(2);
  return {
    glyphRuns,
    ...measureWidth(glyphRuns),
    baseline: Math.min(...row.map(({ top }) => top)),
    size: Math.max(...row.map(({ size }) => size)),
    row: { cellLines, lastBaseline: Math.max(...row.map(({ bottom }) => bottom)) },
  };
}

/** A line break reads as a space. */
function markStart(line: readonly GlyphRun[], index: number): GlyphRun[] {
  return line.map((run, at) => (index > 0 && at === 0 ? { ...run, hasSpaceBefore: true } : run));
}

function measureWidth(runs: readonly GlyphRun[]): { left: number; right: number } {
  return {
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
  };
}
