import { at } from '../../../../shared/text/sequences/at';
import type { LineFragment } from '../pages/line-fragments';

/** In font sizes: the widest space in justified text, and how far apart baselines of one line may be. */
const maxSpace = 8;
const baselineTolerance = 0.3;

/** Fragments that follow each other on a line and in the file. */
type FileLine = LineFragment[];

/** A gap between two fragments of a line. */
export interface Gap {
  before: LineFragment;
  after: LineFragment;
}

/** Finds the lines of a page as the file has them, in its order. A line over two columns is one where the file has it so. */
export function findFileLines(fragments: readonly LineFragment[]): FileLine[] {
  const inOrder = fragments
    .map((fragment) => ({ fragment, ...getOrders(fragment) }))
    .toSorted((a, b) => a.first - b.first);
  const lines: FileLine[] = [];
  for (const [index, { fragment, first }] of inOrder.entries()) {
    const previous = inOrder[index - 1];
    if (previous && previous.last + 1 >= first && continuesLine(previous.fragment, fragment))
      at(lines, lines.length - 1).push(fragment);
    else lines.push([fragment]);
  }
  return lines;
}

function continuesLine(before: LineFragment, after: LineFragment): boolean {
  const size = Math.max(before.size, after.size);
  const width = after.left - before.right;
  const isOnLine = Math.abs(after.baseline - before.baseline) <= baselineTolerance * size;
  return isOnLine && width > 0 && width <= maxSpace * size;
}

export function listGaps(line: FileLine): Gap[] {
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
const maxLineDistance = 3.2;

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
export function findJustifiedSpaces(lines: readonly FileLine[]): Set<LineFragment> {
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
  const groups: FileLine[][] = [];
  let left = 0;
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const first = at(line, 0);
    const indent = first.left - left;
    const isBelow = before && followsBelow(at(before, 0), first);
    if (group && isBelow && indent > -edgeTolerance && indent < maxIndent * first.size) group.push(line);
    else {
      groups.push([line]);
      ({ left } = first);
    }
  }
  return groups.filter(isJustified);
}

function followsBelow(above: LineFragment, below: LineFragment): boolean {
  const distance = below.baseline - above.baseline;
  const isSameSize = Math.abs(above.size - below.size) <= 0.08 * above.size;
  return isSameSize && distance > 0 && distance <= maxLineDistance * below.size;
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
