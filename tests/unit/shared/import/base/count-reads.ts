/** Copies of objects that count how often any of their fields is read: a measure of work that no other process disturbs. */
export function countReads<Item extends object>(
  items: readonly Item[],
): { items: Item[]; reads: () => number } {
  let reads = 0;
  const counted = items.map(
    (item) =>
      new Proxy(item, {
        get(target, field) {
          reads += 1;
          return Reflect.get(target, field);
        },
      }),
  );
  return { items: counted, reads: () => reads };
}
