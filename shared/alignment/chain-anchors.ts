import type { Run } from './match-blocks';

/**
 * The runs that keep their order and hold the most words together: what stayed where it was. The others moved. The runs come
 * in order of the draft before. Takes n log n: a Fenwick tree holds the best chain up to each place of the draft after.
 */
export function heaviestChain(runs: readonly Run[]): Run[] {
  const byAfter = runs.map((_, index) => index).sort((a, b) => afterOf(runs, a) - afterOf(runs, b));
  const rank = new Int32Array(runs.length);
  for (const [place, index] of byAfter.entries()) rank[index] = place + 1;

  const weight = new Int32Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  const best = new Int32Array(runs.length + 1).fill(-1);
  let last = -1;
  for (const [index, run] of runs.entries()) {
    const place = rank[index] ?? 0;
    let from = -1;
    for (let node = place; node > 0; node -= node & -node) from = heavier(weight, from, best[node] ?? -1);
    previous[index] = from;
    weight[index] = run.length + (from === -1 ? 0 : (weight[from] ?? 0));
    for (let node = place; node <= runs.length; node += node & -node)
      best[node] = heavier(weight, best[node] ?? -1, index);
    last = heavier(weight, last, index);
  }

  const chain: Run[] = [];
  for (let index = last; index !== -1; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run) chain.push(run);
  }
  return chain.reverse();
}

function afterOf(runs: readonly Run[], index: number): number {
  return runs[index]?.after ?? 0;
}

/** Of two chains, by the index of their last run, the one that weighs more; the first of equals. */
function heavier(weight: Int32Array, a: number, b: number): number {
  if (a === -1) return b;
  if (b === -1) return a;
  return (weight[b] ?? 0) > (weight[a] ?? 0) ? b : a;
}
