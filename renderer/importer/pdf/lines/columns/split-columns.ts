import { countFragmentCharacters, type LineFragment } from '../../pages/line-fragments';
import {
  areColumns,
  type ColumnPair,
  countTitleLines,
  findTrailingFragments,
  isMarginNote,
} from './column-pair';
import { findLeftEdges } from './left-edges';

/** In font sizes: the narrowest gutter, how far a line may run over into it, and how ragged left edges may be. */
const minGutter = 0.6;
const maxOverrun = 0.15;
const maxRaggedness = 0.4;

/** With this many lines, one may end within the gutter, as a title above them may. */
const minLinesOfOverrun = 4;

/** How deeply columns within columns are split. */
const maxDepth = 8;

/** Fragments to be read line by line from the top. It is aside when the running text continues without it. */
export interface Column {
  fragments: LineFragment[];
  isAside: boolean;
}

/**
 * Splits the fragments of a page into columns, in the order of reading. A line that spans two columns separates them: a title
 * comes before both columns below it. Columns within columns are split in turn. A note in the margin comes after the text
 * beside it.
 */
export function splitColumns(fragments: readonly LineFragment[], depth = 0): Column[] {
  if (fragments.length === 0) return [];
  const sorted = fragments.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const regions = depth < maxDepth ? findBestSplit(sorted) : null;
  if (regions === null) return [{ fragments: sorted, isAside: false }];
  return regions.flatMap((region) => {
    if (!('right' in region)) return splitColumns(region, depth + 1);
    const [left, right] = [splitColumns(region.left, depth + 1), splitColumns(region.right, depth + 1)];
    if (isMarginNote(region.left, region.right)) return [...right, ...markAside(left)];
    return isMarginNote(region.right, region.left) ? [...left, ...markAside(right)] : [...left, ...right];
  });
}

function markAside(columns: Column[]): Column[] {
  return columns.map(({ fragments }) => ({ fragments, isAside: true }));
}

/** Part of a page over its whole width: two columns, or text that is not split here. */
type PageRegion = LineFragment[] | ColumnPair;

/** Splits the fragments of a page (from the top) at the left edge that puts most characters into columns; null if none does. */
function findBestSplit(fragments: readonly LineFragment[]): PageRegion[] | null {
  const sizes = fragments.map(({ size }) => size).toSorted((a, b) => a - b);
  const medianSize = sizes[sizes.length >> 1] ?? 1;
  let best: PageRegion[] | null = null;
  let most = 0;
  for (const edge of findLeftEdges(fragments)) {
    const regions = splitAt(fragments, edge, medianSize);
    const inColumns = regions.reduce(
      (sum, region) =>
        'right' in region
          ? sum + countFragmentCharacters(region.left) + countFragmentCharacters(region.right)
          : sum,
      0,
    );
    if (inColumns > most) [best, most] = [regions, inColumns];
  }
  return best;
}

/** Splits the fragments wherever they lie on both sides of an edge and are columns. */
function splitAt(fragments: readonly LineFragment[], edge: number, size: number): PageRegion[] {
  const regions: PageRegion[] = [];
  const addUnsplit = (unsplit: readonly LineFragment[]) => {
    const last = regions.at(-1);
    if (Array.isArray(last)) last.push(...unsplit);
    else if (unsplit.length > 0) regions.push([...unsplit]);
  };
  let pair: ColumnPair = { left: [], right: [] };
  const closePair = (isFollowed: boolean) => {
    const trailing = isFollowed ? findTrailingFragments(pair) : [];
    const last = regions.at(-1);
    const titleLines = countTitleLines(pair, Array.isArray(last) ? last.at(-1) : undefined);
    const columns: ColumnPair = {
      left: pair.left.slice(titleLines, pair.left.length - trailing.length),
      right: pair.right,
    };
    const overruns = columns.left.filter(({ right }) => right > edge - minGutter * size).length;
    const maxOverruns = Math.max(columns.left.length * 0.1, columns.left.length >= minLinesOfOverrun ? 1 : 0);
    if (overruns <= maxOverruns && areColumns(columns)) {
      addUnsplit(pair.left.slice(0, titleLines));
      regions.push(columns);
      addUnsplit(trailing);
    } else addUnsplit([...pair.left, ...pair.right]);
    pair = { left: [], right: [] };
  };
  for (const fragment of fragments) {
    if (fragment.left >= edge - maxRaggedness * size) pair.right.push(fragment);
    else if (fragment.right <= edge - maxOverrun * size) pair.left.push(fragment);
    else {
      closePair(true);
      addUnsplit([fragment]);
    }
  }
  closePair(false);
  return regions;
}
