import { useState } from 'react';

/** Returns the array of an earlier render as long as its items are the same, so that values memoized by it stay valid. */
export function useStableItems<T>(items: readonly T[]): readonly T[] {
  const [stable, setStable] = useState(items);
  const isSame = stable.length === items.length && stable.every((item, index) => item === items[index]);
  if (isSame) return stable;
  setStable(items);
  return items;
}
