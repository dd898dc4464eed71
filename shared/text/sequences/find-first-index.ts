/**
 * Binary search: the first index from 0 up to `count` for which the condition holds, or `count` where it holds for none. The
 * condition must hold for every index after the first one that it holds for. It is asked log2(count) times.
 */
export function findFirstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
