/**
 * Maps items with a bounded number of calls at a time, so that waiting for a slow disk overlaps. Resolves to the results in
 * the order of the items. Rejects with the first error, and then calls that have begun still go on.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  maxCalls: number,
  call: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const remaining = items.entries();
  const work = async () => {
    for (const [index, item] of remaining) results[index] = await call(item);
  };
  await Promise.all(Array.from({ length: Math.min(maxCalls, items.length) }, work));
  return results;
}
