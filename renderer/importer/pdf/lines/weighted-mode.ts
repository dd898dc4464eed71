/**
 * The value that holds for most characters: the mode of the values, each weighted by the length of its text. Null counts for
 * none.
 */
export function findWeightedMode<T extends { text: string }>(
  items: readonly T[],
  getValue: (item: T) => number | null,
): number | undefined {
  const weights = new Map<number, number>();
  for (const item of items) {
    const value = getValue(item);
    if (value !== null) weights.set(value, (weights.get(value) ?? 0) + item.text.length);
  }
  return [...weights].reduce<[number, number] | undefined>(
    (best, next) => (best && best[1] >= next[1] ? best : next),
    undefined,
  )?.[0];
}
