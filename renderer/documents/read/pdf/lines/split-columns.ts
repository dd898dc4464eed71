import { at } from '#shared/text/sequences/at.ts';
import {
  countFragmentCharacters,
  getFirstOrder,
  joinFragmentTexts,
  type LineFragment,
} from '../pages/page-text.ts';

/** The fragments on both sides of a gap that may be the gutter between two columns, over some height of a page, from the top. */
interface ColumnPair {
  left: LineFragment[];
  right: LineFragment[];
}

/**
 * Characters per line. If both sides have fewer, they are no columns of text where the file itself alternates between the
 * sides.
 */
const minProseLength = 22;
/** Characters per line. If both sides have fewer, and each line has its counterpart, they are a table. */
const maxCellLength = 14;
const minJustifiedLines = 5;
/** With one short line on a side, lines of both sides together: the text may end with it in the next column. */
const minLinesBesideOne = 4;

const listLabel = /^(?:[^\p{L}\p{N}]|[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]]{0,2})$/iu;

/**
 * Whether the sides are columns, to be read one after the other, and no table, to be read line by line. The order of the file
 * often shows it: it has one column first and then the other.
 */
function areColumns({ left, right }: ColumnPair): boolean {
  const fewerLines = Math.min(left.length, right.length);
  if (fewerLines === 0 || !overlapVertically(left, right) || areListLabels(left)) return false;
  const onRight = new Set(right);
  const inFileOrder = [...left, ...right].toSorted((a, b) => getFirstOrder(a) - getFirstOrder(b));
  const sideChanges = inFileOrder.filter(
    (fragment, index) => index > 0 && onRight.has(fragment) !== onRight.has(at(inFileOrder, index - 1)),
  ).length;
  const areProse = getMeanLength(left) >= minProseLength && getMeanLength(right) >= minProseLength;
  if (fewerLines === 1 && Math.min(countFragmentCharacters(left), countFragmentCharacters(right)) < 60)
    return areProse && sideChanges === 1 && inFileOrder.length >= minLinesBesideOne;
  if (sideChanges <= 1 + fewerLines / 3) return !isTable(left, right);
  return fewerLines >= 4 && areProse;
}

/** Whether one side is a note in the margin of the other: narrow, with little text. */
function isMarginNote(side: readonly LineFragment[], other: readonly LineFragment[]): boolean {
  return (
    getWidth(side) < 0.45 * getWidth(other) &&
    countFragmentCharacters(side) < 0.15 * countFragmentCharacters(other)
  );
}

/** The last lines on the left, when they are set apart below both sides: they belong to what follows. */
function findTrailingFragments({ left, right }: ColumnPair): LineFragment[] {
  const lastRight = right.at(-1);
  const start = left.findIndex(({ baseline, size }, index) => {
    const above = left[index - 1];
    return (
      lastRight &&
      above &&
      baseline > lastRight.baseline + size &&
      baseline - above.baseline > 1.6 * Math.max(size, above.size)
    );
  });
  return start === -1 || left.length - start > 2 ? [] : left.slice(start);
}

/** The first lines on the left that continue a title above both sides: above the right side, in the size of that title. */
function countTitleLines({ left, right }: ColumnPair, above: LineFragment | undefined): number {
  const [firstRight] = right;
  if (!above || !firstRight) return 0;
  const isTitleLine = (fragment: LineFragment, before: LineFragment) =>
    fragment.baseline < firstRight.baseline - 0.5 * fragment.size &&
    Math.abs(fragment.size - before.size) < 0.08 * before.size &&
    fragment.baseline - before.baseline < 1.5 * before.size;
  const end = left.findIndex((fragment, index) => !isTitleLine(fragment, left[index - 1] ?? above));
  return end === -1 ? left.length : end;
}

/** Whether fragments are the bullets or numbers of the text beside them. */
function areListLabels(fragments: readonly LineFragment[]): boolean {
  const labels = fragments.filter((fragment) => listLabel.test(joinFragmentTexts([fragment])));
  return labels.length >= 0.8 * fragments.length;
}

function isTable(left: readonly LineFragment[], right: readonly LineFragment[]): boolean {
  if (isJustified(left)) return false;
  if (getMeanLength(left) >= maxCellLength || getMeanLength(right) >= maxCellLength) return false;
  const [fewer, more] = left.length < right.length ? [left, right] : [right, left];
  const onSameLine = fewer.filter(({ baseline, size }) =>
    more.some((other) => Math.abs(other.baseline - baseline) < 0.3 * size),
  );
  return onSameLine.length >= 0.8 * fewer.length;
}

/** Whether most lines end at the same place, as no cells of a first column do. */
function isJustified(fragments: readonly LineFragment[]): boolean {
  const right = fragments.reduce((most, fragment) => Math.max(most, fragment.right), 0);
  const full = fragments.filter((fragment) => right - fragment.right <= 1);
  return full.length >= minJustifiedLines && full.length >= 0.5 * fragments.length;
}

/** Whether two sides with at least one line each share some height of the page. */
function overlapVertically(left: readonly LineFragment[], right: readonly LineFragment[]): boolean {
  const top = Math.max(at(left, 0).baseline, at(right, 0).baseline);
  const bottom = Math.min(at(left, left.length - 1).baseline, at(right, right.length - 1).baseline);
  return top <= bottom + at(left, 0).size * 0.3;
}

/** Characters per line. */
function getMeanLength(fragments: readonly LineFragment[]): number {
  return countFragmentCharacters(fragments) / fragments.length;
}

function getWidth(fragments: readonly LineFragment[]): number {
  const left = fragments.reduce(
    (least, fragment) => Math.min(least, fragment.left),
    Number.POSITIVE_INFINITY,
  );
  return fragments.reduce((most, fragment) => Math.max(most, fragment.right), 0) - left;
}

/** Left edges that are tried as the left edge of the right column. */
const maxEdges = 40;
/** Characters of a line that may be the only one of its column; a shorter text may be a cell. */
const minLineLength = 22;

/**
 * The x positions where at least two fragments begin, the most frequent first, and those where the file goes on further up on the
 * right: a column may have one line.
 */
function findLeftEdges(fragments: readonly LineFragment[]): number[] {
  const counts = new Map<number, number>();
  const count = (edge: number) => counts.set(edge, (counts.get(edge) ?? 0) + 1);
  for (const { left } of fragments) count(Math.round(left));
  const inFileOrder = fragments.toSorted((a, b) => getFirstOrder(a) - getFirstOrder(b));
  for (const [index, fragment] of inFileOrder.entries()) {
    const before = inFileOrder[index - 1];
    const isUpRight =
      before && before.left < fragment.left && before.baseline > fragment.baseline + fragment.size;
    if (isUpRight && countFragmentCharacters([fragment]) >= minLineLength) count(Math.round(fragment.left));
  }
  return [...counts]
    .filter(([, frequency]) => frequency > 1)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, maxEdges)
    .map(([edge]) => edge);
}

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
