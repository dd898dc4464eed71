/** Runs a task for each item, a few at a time: a process mostly waits, for the disk or to be started. In the order of the items. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  task: (item: T, lane: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (lane: number) => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await task(item, lane);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));
  return results;
}
