/** A pair of indexes, of what both lists have in common. */
export type Pair = readonly [before: number, after: number];

/** Of one pair; neighbours in both lists count a little more, so that equals are not scattered. */
const pairWeight = 8;
const neighbourWeight = 1;

/** Lists whose lengths multiply to more than this are not compared: the table would take too long. */
export const largestTable = 250_000;

/** Used again and again: most lists are short, and tables for each would be most of the work. Nothing of it outlives a call. */
const scratch = { best: new Int32Array(0), equal: new Uint8Array(0) };

/** A table whose last row and column are zero; the rest holds anything. */
function tableOf(cells: number, width: number): typeof scratch {
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
 * The longest sequence that two lists have in common, as pairs of indexes in order. Takes time and memory in line with the
 * product of their lengths.
 */
export function commonSequence(
  beforeCount: number,
  afterCount: number,
  same: (before: number, after: number) => boolean,
): Pair[] {
  const width = afterCount + 1;
  const { best, equal } = tableOf((beforeCount + 1) * width, width);
  for (let i = beforeCount - 1; i >= 0; i -= 1)
    for (let j = afterCount - 1; j >= 0; j -= 1) {
      const cell = i * width + j;
      const skipping = Math.max(best[cell + 1] ?? 0, best[cell + width] ?? 0);
      if (!same(i, j)) {
        best[cell] = skipping;
        equal[cell] = 0;
        continue;
      }
      equal[cell] = 1;
      const next = cell + width + 1;
      const pairing = (best[next] ?? 0) + pairWeight + (equal[next] === 1 ? neighbourWeight : 0);
      best[cell] = Math.max(skipping, pairing);
    }

  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < beforeCount && j < afterCount; ) {
    const cell = i * width + j;
    const now = best[cell] ?? 0;
    if (equal[cell] === 1 && now > Math.max(best[cell + 1] ?? 0, best[cell + width] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (now === best[cell + width]) i += 1;
    else j += 1;
  }
  return pairs;
}
