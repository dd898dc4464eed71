import { at } from '../../../../../shared/text/sequences/at';
import type { GlyphRun } from '../../pages/glyph-run';

/** In font sizes: how far the baselines of one line may differ, and the widest space within a line. */
const maxRise = 0.2;
const maxSpace = 0.9;
/** In font sizes: the distances between the lines of a cell, and how exactly these begin, end or lie in the middle together. */
const minLeading = 0.8;
const maxLeading = 1.7;
const alignmentTolerance = 0.3;

/** Lines of text that follow each other in the file and stand below each other, as those in the cell of a table do. */
export interface CellText {
  lines: GlyphRun[][];
  left: number;
  right: number;
  /** The baselines of its first and last line. */
  top: number;
  bottom: number;
  size: number;
}

/** Groups the runs of a page into the texts that may be cells, in the order of the file. */
export function findCellTexts(runs: readonly GlyphRun[]): CellText[] {
  const groups: GlyphRun[][][] = [];
  let above: CellText | null = null;
  for (const line of findLines(runs)) {
    const own = measureLine(line);
    if (above && isBelow(above, own)) at(groups, groups.length - 1).push(line);
    else groups.push([line]);
    above = own;
  }
  return groups.map(measureLines);
}

/** Groups the runs that follow each other on a line. */
function findLines(runs: readonly GlyphRun[]): GlyphRun[][] {
  const lines: GlyphRun[][] = [];
  let end = 0;
  for (const run of runs.toSorted((a, b) => a.order - b.order)) {
    const line = lines.at(-1);
    const first = line?.[0];
    const gap = run.left - end;
    if (
      line &&
      first &&
      Math.abs(run.baseline - first.baseline) <= maxRise * first.size &&
      Math.abs(gap) <= maxSpace * first.size
    )
      line.push(run);
    else lines.push([run]);
    end = run.right;
  }
  return lines;
}

/** Splits a text before one of its lines. */
export function splitCellText({ lines }: CellText, lineIndex: number): [CellText, CellText] {
  return [measureLines(lines.slice(0, lineIndex)), measureLines(lines.slice(lineIndex))];
}

/** Measures a text of at least one line. */
function measureLines(lines: GlyphRun[][]): CellText {
  const measured = lines.map(measureLine);
  return {
    ...at(measured, 0),
    lines,
    left: Math.min(...measured.map(({ left }) => left)),
    right: Math.max(...measured.map(({ right }) => right)),
    bottom: at(measured, measured.length - 1).bottom,
  };
}

function measureLine(line: GlyphRun[]): CellText {
  const first = at(line, 0);
  return {
    lines: [line],
    left: first.left,
    right: line.reduce((most, { right }) => Math.max(most, right), first.right),
    top: first.baseline,
    bottom: first.baseline,
    size: first.size,
  };
}

function isBelow(above: CellText, below: CellText): boolean {
  const distance = (below.top - above.top) / above.size;
  const isSameSize = Math.abs(below.size - above.size) < 0.08 * above.size;
  return isSameSize && distance >= minLeading && distance <= maxLeading && areAlignedTexts(above, below);
}

/** Whether two texts begin, end or lie in the middle together. */
export function areAlignedTexts(a: CellText, b: CellText): boolean {
  const [left, right] = [b.left - a.left, b.right - a.right];
  return [left, right, (left + right) / 2].some((shift) => Math.abs(shift) <= alignmentTolerance * a.size);
}
