import { at } from '../../../../../shared/text/sequences/at';
import {
  countFragmentCharacters,
  getFirstOrder,
  joinFragmentTexts,
  type LineFragment,
} from '../../pages/line-fragments';

/** The fragments on both sides of a gap that may be the gutter between two columns, over some height of a page, from the top. */
export interface ColumnPair {
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
export function areColumns({ left, right }: ColumnPair): boolean {
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
export function isMarginNote(side: readonly LineFragment[], other: readonly LineFragment[]): boolean {
  return (
    getWidth(side) < 0.45 * getWidth(other) &&
    countFragmentCharacters(side) < 0.15 * countFragmentCharacters(other)
  );
}

/** The last lines on the left, when they are set apart below both sides: they belong to what follows. */
export function findTrailingFragments({ left, right }: ColumnPair): LineFragment[] {
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
export function countTitleLines({ left, right }: ColumnPair, above: LineFragment | undefined): number {
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
