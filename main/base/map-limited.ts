/**
 * Maps items with a bounded number of calls at a time, so that waiting for a slow disk overlaps. Resolves to the results in
 * the order of the items. After an error no call begins; rejects with the first one once those that
 * have begun have ended, so that nothing goes on behind the caller's back.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  maxCalls: number,
  call: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const remaining = items.entries();
  const errors: unknown[] = [];
  const work = async () => {
    for (const [index, item] of remaining) {
      if (errors.length > 0) return;
      try {
        results[index] = await call(item);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(maxCalls, items.length) }, work));
  if (errors.length > 0) throw errors[0];
  return results;
}
