import { at } from '../../../../shared/text/sequences/at';
import { findFirstIndex } from '../../../../shared/text/sequences/find-first-index';
import type { GlyphRun } from '../pages/glyph-run';
import type { LineFragment } from '../pages/line-fragments';
import { findFileLines, findJustifiedSpaces, type Gap, listGaps } from './justified-spaces';

/** In font sizes: how far apart the baselines of neighbouring lines are. */
const minLineDistance = 0.7;
const maxLineDistance = 1.8;
/** In points: how exactly the cells of a table begin together. */
const alignmentTolerance = 0.1;

/**
 * Joins the fragments of lines that are justified in a narrow column, where the spaces between words may be as wide as a gutter.
 * Other lines show the difference: text runs across a space, but neither across the gutter between two columns nor between the
 * cells of a table. Lines that begin and end together are looked at as a whole (`justified-spaces.ts`), others beside their
 * neighbours.
 */
export function joinJustified(fragments: readonly LineFragment[]): LineFragment[] {
  const lines = findFileLines(fragments);
  const gaps = lines.flatMap(listGaps);
  if (gaps.length === 0) return [...fragments];
  const justified = findJustifiedSpaces(lines);
  const sortedFragments = fragments.toSorted((a, b) => a.baseline - b.baseline);
  const sortedGaps = gaps.toSorted((a, b) => a.before.baseline - b.before.baseline);
  const spaces = gaps.filter(
    (gap) => justified.has(gap.after) || isCrossedByNeighbours(gap, sortedFragments, sortedGaps),
  );
  const next = new Map(spaces.map(({ before, after }) => [before, after]));
  const joined = new Set(spaces.map(({ after }) => after));
  return fragments
    .filter((fragment) => !joined.has(fragment))
    .map((fragment) => (next.has(fragment) ? joinFrom(fragment, next) : fragment));
}

function joinFrom(first: LineFragment, next: ReadonlyMap<LineFragment, LineFragment>): LineFragment {
  const glyphRuns = [...first.glyphRuns];
  let [largest, last] = [first, first];
  for (let other = next.get(first); other; other = next.get(other)) {
    glyphRuns.push(...other.glyphRuns);
    if (other.size > largest.size * 1.1) largest = other;
    last = other;
  }
  const { baseline, size } = largest;
  return { glyphRuns, left: first.left, right: last.right, baseline, size };
}

/** Whether more of the two neighbouring lines run across a gap than have a gap of their own there. */
function isCrossedByNeighbours(gap: Gap, fragments: readonly LineFragment[], gaps: readonly Gap[]): boolean {
  const { baseline, size } = gap.before;
  const middle = (gap.before.right + gap.after.left) / 2;
  const getBalance = (low: number, high: number) => {
    const near = sliceBetween(fragments, low, high, (fragment) => fragment.baseline);
    // Cells of a table begin together.
    if (near.some(({ glyphRuns }) => glyphRuns.some((run) => isAligned(run, gap)))) return -1;
    if (near.some(({ left, right }) => left < middle && middle < right)) return 1;
    const nearGaps = sliceBetween(gaps, low, high, ({ before }) => before.baseline);
    return nearGaps.some(({ before, after }) => before.right <= middle && middle <= after.left) ? -1 : 0;
  };
  const above = getBalance(baseline - maxLineDistance * size, baseline - minLineDistance * size);
  const below = getBalance(baseline + minLineDistance * size, baseline + maxLineDistance * size);
  return above + below > 0;
}

function isAligned(run: GlyphRun, { after }: Gap): boolean {
  return Math.abs(run.left - after.left) <= alignmentTolerance;
}

/** The items with a value between two bounds; `items` are sorted by it. */
function sliceBetween<T>(items: readonly T[], low: number, high: number, getValue: (item: T) => number): T[] {
  const start = findFirstIndex(items.length, (index) => getValue(at(items, index)) >= low);
  const end = findFirstIndex(items.length, (index) => getValue(at(items, index)) > high);
  return items.slice(start, end);
}
