/** The index of an item in each of two lists that have it in common. */
export type IndexPair = readonly [before: number, after: number];

/**
 * A pair whose next items are paired as well weighs a little more than others, so that among equally long sequences the one
 * that is scattered least is taken. Eight such neighbours weigh as much as one more pair.
 */
const pairWeight = 8;
const neighbourWeight = 1;

/** Callers compare lists only while the product of their lengths is at most this: a larger table would take too long. */
export const maxTableCells = 250_000;

/** The tables of all calls. Most lists are short, and allocating for each would be most of the work. No call reads old values. */
const scratch = { best: new Int32Array(0), equal: new Uint8Array(0) };

/** The two tables, with zeros in the last row and column. The other cells hold anything. */
function prepareTables(cells: number, width: number): typeof scratch {
  if (scratch.best.length < cells) {
    scratch.best = new Int32Array(2 * cells);
    scratch.equal = new Uint8Array(2 * cells);
  }
  const { best, equal } = scratch;
  for (let cell = width - 1; cell < cells; cell += width) best[cell] = equal[cell] = 0;
  best.fill(0, cells - width, cells);
  equal.fill(0, cells - width, cells);
  return { best, equal };
}

/**
 * The longest common subsequence of two lists, as pairs of indexes in order. Takes time and memory in proportion to the product
 * of their lengths.
 */
export function longestCommonSubsequence(
  beforeCount: number,
  afterCount: number,
  isEqual: (before: number, after: number) => boolean,
): IndexPair[] {
  const width = afterCount + 1;
  const { best, equal } = prepareTables((beforeCount + 1) * width, width);
  for (let i = beforeCount - 1; i >= 0; i -= 1)
    for (let j = afterCount - 1; j >= 0; j -= 1) {
      const cell = i * width + j;
      const skipping = Math.max(best[cell + 1] ?? 0, best[cell + width] ?? 0);
      if (!isEqual(i, j)) {
        best[cell] = skipping;
        equal[cell] = 0;
        continue;
      }
      equal[cell] = 1;
      const next = cell + width + 1;
      const pairing = (best[next] ?? 0) + pairWeight + (equal[next] === 1 ? neighbourWeight : 0);
      best[cell] = Math.max(skipping, pairing);
    }

  const pairs: IndexPair[] = [];
  for (let i = 0, j = 0; i < beforeCount && j < afterCount; ) {
    const cell = i * width + j;
    const here = best[cell] ?? 0;
    if (equal[cell] === 1 && here > Math.max(best[cell + 1] ?? 0, best[cell + width] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (here === best[cell + width]) i += 1;
    else j += 1;
  }
  return pairs;
}
