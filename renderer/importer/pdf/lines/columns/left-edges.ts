import { countFragmentCharacters, getFirstOrder, type LineFragment } from '../../pages/line-fragments';

/** Left edges that are tried as the left edge of the right column. */
const maxEdges = 40;
/** Characters of a line that may be the only one of its column; a shorter text may be a cell. */
const minLineLength = 22;

/**
 * The x positions where at least two fragments begin, the most frequent first, and those where the file goes on further up on the
 * right: a column may have one line.
 */
export function findLeftEdges(fragments: readonly LineFragment[]): number[] {
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
