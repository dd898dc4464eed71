import { at } from '../../../../shared/text/sequences/at';
import { findFirstIndex } from '../../../../shared/text/sequences/find-first-index';
import type { LineFragment } from './line-fragments';

/** In font sizes: the widest space in justified text, and how far apart the baselines of neighbouring lines are. */
const maxSpace = 8;
const minLineDistance = 0.7;
const maxLineDistance = 1.8;
const sameLineTolerance = 0.3;

/** A gap between two fragments of one line that follow each other in the file. */
interface Gap {
  before: LineFragment;
  after: LineFragment;
  middle: number;
}

/**
 * Joins the fragments of lines that are justified in a narrow column, where the spaces between words may be as wide as a gutter.
 * The lines above and below show the difference: text runs across a space, but neither across the gutter between two columns
 * nor between the cells of a table.
 */
export function joinJustified(fragments: readonly LineFragment[]): LineFragment[] {
  const gaps = findGaps(fragments);
  if (gaps.length === 0) return [...fragments];
  const sortedFragments = fragments.toSorted((a, b) => a.baseline - b.baseline);
  const sortedGaps = gaps.toSorted((a, b) => a.before.baseline - b.before.baseline);
  const spaces = gaps.filter((gap) => isSpace(gap, sortedFragments, sortedGaps));
  const next = new Map(spaces.map(({ before, after }) => [before, after]));
  const joined = new Set(spaces.map(({ after }) => after));
  return fragments.filter((fragment) => !joined.has(fragment)).map((fragment) => joinFrom(fragment, next));
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

function findGaps(fragments: readonly LineFragment[]): Gap[] {
  const byFirstOrder = new Map(fragments.map((fragment) => [getOrder(fragment, Math.min), fragment]));
  return fragments.flatMap((before) => {
    const after = byFirstOrder.get(getOrder(before, Math.max) + 1);
    if (!after || after === before) return [];
    const size = Math.max(before.size, after.size);
    const width = after.left - before.right;
    const isOnLine = Math.abs(after.baseline - before.baseline) <= sameLineTolerance * size;
    return isOnLine && width > 0 && width <= maxSpace * size
      ? [{ before, after, middle: before.right + width / 2 }]
      : [];
  });
}

function getOrder({ glyphRuns }: LineFragment, choose: (a: number, b: number) => number): number {
  return glyphRuns.reduce((order, run) => choose(order, run.order), at(glyphRuns, 0).order);
}

/** Whether more of the two neighbouring lines run across a gap than have a gap of their own there. */
function isSpace(gap: Gap, fragments: readonly LineFragment[], gaps: readonly Gap[]): boolean {
  const { baseline, size } = gap.before;
  let balance = 0;
  for (const direction of [-1, 1]) {
    const [from, to] = [minLineDistance, maxLineDistance].map((distance) => baseline + direction * distance * size);
    const [low, high] = [Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0)];
    const isCrossed = sliceBetween(fragments, low, high, (fragment) => fragment.baseline).some(
      ({ left, right }) => left < gap.middle && gap.middle < right,
    );
    const isOpen = sliceBetween(gaps, low, high, ({ before }) => before.baseline).some(
      ({ before, after }) => before.right <= gap.middle && gap.middle <= after.left,
    );
    if (isCrossed) balance += 1;
    else if (isOpen) balance -= 1;
  }
  return balance > 0;
}

/** The items with a value between two bounds; `items` are sorted by it. */
function sliceBetween<T>(items: readonly T[], low: number, high: number, getValue: (item: T) => number): T[] {
  const start = findFirstIndex(items.length, (index) => getValue(at(items, index)) >= low);
  const end = findFirstIndex(items.length, (index) => getValue(at(items, index)) > high);
  return items.slice(start, end);
}
