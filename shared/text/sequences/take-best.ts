/** The first `count` items in the order of `compare`, without sorting the others. Equal items keep their order. */
export function takeBest<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  const best: T[] = [];
  for (const item of items) {
    const worst = best.at(-1);
    if (best.length >= count && worst !== undefined && compare(item, worst) >= 0) continue;
    let at = best.length;
    for (let before = best[at - 1]; before !== undefined && compare(item, before) < 0; before = best[at - 1])
      at -= 1;
    best.splice(at, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}
