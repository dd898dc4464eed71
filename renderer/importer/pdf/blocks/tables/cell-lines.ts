import type { Line } from '../../lines/build-lines';
import { hasSpaceBetween } from '../../lines/text-runs';
import type { GlyphRun } from '../../pages/glyph-run';
import { getLineJoin } from '../line-join';
import type { Vocabulary } from '../vocabulary';

/** Joins the lines of each cell of a row that is known as one. */
export function joinCellLines(row: Line, vocabulary: Vocabulary): Line {
  if (!row.cellLines) return row;
  const cells = row.cellLines.map(([first = [], ...others]) =>
    others.reduce((cell, line) => appendLine(cell, line, vocabulary), first),
  );
  return { ...row, cells };
}

/** Appends a line of text to those of a cell above it. */
export function appendLine(
  cell: readonly GlyphRun[],
  below: readonly GlyphRun[],
  vocabulary: Vocabulary,
): GlyphRun[] {
  const last = cell.at(-1);
  const [first, ...others] = placeBehind(below, last);
  if (!last || !first) return [...cell];
  const before = last.text.trimEnd();
  const after = first.text.trimStart();
  const { dropsHyphen, separator } = getLineJoin(before, after, vocabulary);
  const text = dropsHyphen ? before.slice(0, -1) : before;
  return [...cell.slice(0, -1), { ...last, text }, { ...first, text: separator + after }, ...others];
}

/** Places the runs of a wrapped line behind the last one of its cell, where no gap between lines passes for a space. */
function placeBehind(runs: readonly GlyphRun[], last: GlyphRun | undefined): GlyphRun[] {
  if (!last) return [];
  return runs.map((run, index) => {
    const before = runs[index - 1];
    const text = before && hasSpaceBetween(before, run) ? ` ${run.text}` : run.text;
    return { ...run, text, left: last.right, right: last.right, hasSpaceBefore: false };
  });
}
