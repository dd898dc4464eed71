import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { GlyphRun, LineFragment } from '../pages/page-text.ts';

/** In font sizes: the widest space in justified text, and how far apart baselines of one line may be. */
const maxSpace = 8;
const baselineTolerance = 0.3;

/** Fragments that follow each other on a line and in the file. */
type FileLine = LineFragment[];

/** A gap between two fragments of a line. */
interface Gap {
  before: LineFragment;
  after: LineFragment;
}

/** Finds the lines of a page as the file has them, in its order. A line over two columns is one where the file has it so. */
function findFileLines(fragments: readonly LineFragment[]): FileLine[] {
  const inOrder = fragments
    .map((fragment) => ({ fragment, ...getOrders(fragment) }))
    .toSorted((a, b) => a.first - b.first);
  return groupNeighbours(
    inOrder,
    (previous, next) => previous.last + 1 >= next.first && continuesLine(previous.fragment, next.fragment),
  ).map((line) => line.map(({ fragment }) => fragment));
}

function continuesLine(before: LineFragment, after: LineFragment): boolean {
  const size = Math.max(before.size, after.size);
  const width = after.left - before.right;
  const isOnLine = Math.abs(after.baseline - before.baseline) <= baselineTolerance * size;
  return isOnLine && width > 0 && width <= maxSpace * size;
}

function listGaps(line: FileLine): Gap[] {
  return line.slice(1).map((after, index) => ({ before: at(line, index), after }));
}

/** The positions in the file of a fragment's first and last run. */
function getOrders({ glyphRuns }: LineFragment): { first: number; last: number } {
  const orders = glyphRuns.map(({ order }) => order);
  return { first: Math.min(...orders), last: Math.max(...orders) };
}

/** In points: how exactly justified lines begin and end together. In font sizes: indents, and distances between lines. */
const edgeTolerance = 1;
const maxIndent = 4;
const maxJustifiedDistance = 3.2;

/** The fewest lines, and share of lines, that reach both edges of a justified column. */
const minFullLines = 5;
const minFullShare = 0.4;

/** A gap that is open over this many lines is no space, but parts columns or cells. */
const maxOpenLines = 4;
/** In font sizes: how much the spaces of one line may differ. */
const maxUnevenness = 0.06;
/** In font sizes: how much of a gap has to be open in the next line. */
const minOpenWidth = 0.3;

/** Finds the spaces within justified lines, and returns the fragments that come after them. */
function findJustifiedSpaces(lines: readonly FileLine[]): Set<LineFragment> {
  const spaces = new Set<LineFragment>();
  for (const column of groupJustifiedLines(lines)) {
    const allGaps = column.map(listGaps);
    const evenly = allGaps.map((own, index) => isEvenlySpaced(own, [allGaps[index - 1], allGaps[index + 1]]));
    for (const { after } of allGaps.filter((_own, index) => evenly[index]).flat()) spaces.add(after);
    const gaps = allGaps.map((own, index) => (evenly[index] ? [] : own));
    for (const [index, own] of gaps.entries())
      for (const gap of own)
        if (1 + countOpen(gap, gaps, index, -1) + countOpen(gap, gaps, index, 1) < maxOpenLines)
          spaces.add(gap.after);
  }
  return spaces;
}

/**
 * Whether the gaps of a line are as wide as each other, as spaces of justified lines are. In a table of figures they may be as well,
 * but there the lines beside have words at the same places.
 */
function isEvenlySpaced(gaps: readonly Gap[], beside: readonly (readonly Gap[] | undefined)[]): boolean {
  const [first, ...others] = gaps;
  if (!first || others.length === 0) return false;
  const tolerance = maxUnevenness * first.before.size;
  const width = getWidth(first);
  return (
    others.every((gap) => Math.abs(getWidth(gap) - width) <= tolerance) &&
    !beside.flatMap((own) => own ?? []).some((other) => gaps.some((gap) => beginTogether(gap, other)))
  );
}

function getWidth({ before, after }: Gap): number {
  return after.left - before.right;
}

function beginTogether(a: Gap, b: Gap): boolean {
  return (
    Math.abs(a.after.left - b.after.left) <= edgeTolerance ||
    Math.abs(a.before.right - b.before.right) <= edgeTolerance
  );
}

/** Groups the lines that follow each other down a justified column. */
function groupJustifiedLines(lines: readonly FileLine[]): FileLine[][] {
  return groupNeighbours(lines, ([before], [next], [first]) => {
    if (!before || !next || !first || !followsBelow(before, next)) return false;
    const indent = next.left - first.left;
    return indent > -edgeTolerance && indent < maxIndent * next.size;
  }).filter(isJustified);
}

function followsBelow(above: LineFragment, below: LineFragment): boolean {
  const distance = below.baseline - above.baseline;
  const isSameSize = Math.abs(above.size - below.size) <= 0.08 * above.size;
  return isSameSize && distance > 0 && distance <= maxJustifiedDistance * below.size;
}

function isJustified(lines: readonly FileLine[]): boolean {
  const ends = lines.map((line) => at(line, line.length - 1).right);
  const right = Math.max(...ends);
  const full = ends.filter((end) => right - end <= edgeTolerance).length;
  return full >= minFullLines && full >= minFullShare * lines.length;
}

/** For how many lines above or below a gap stays open, at most as many as matter. */
function countOpen(gap: Gap, gaps: readonly Gap[][], index: number, direction: 1 | -1): number {
  let [left, right] = [gap.before.right, gap.after.left];
  for (let count = 0; count < maxOpenLines; count += 1) {
    const next = gaps[index + direction * (count + 1)]?.find(
      ({ before, after }) =>
        Math.min(right, after.left) - Math.max(left, before.right) >= minOpenWidth * before.size,
    );
    if (!next) return count;
    [left, right] = [Math.max(left, next.before.right), Math.min(right, next.after.left)];
  }
  return maxOpenLines;
}

/** In font sizes: how far apart the baselines of neighbouring lines are. */
const minLineDistance = 0.7;
const maxLineDistance = 1.8;
/** In points: how exactly the cells of a table begin together. */
const alignmentTolerance = 0.1;

/**
 * Joins the fragments of lines that are justified in a narrow column, where the spaces between words may be as wide as a gutter.
 * Other lines show the difference: text runs across a space, but neither across the gutter between two columns nor between the
 * cells of a table. Lines that begin and end together are looked at as a whole, others beside their
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
