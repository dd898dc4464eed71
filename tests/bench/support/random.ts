export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from 0 (inclusive) to the bound (exclusive). */
  below(bound: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** A generator of random numbers (mulberry32). The same seed gives the same numbers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}

/** The seed of a benchmark: `STET_SEED`, or a new one. */
export function readSeed(): number {
  return Number(process.env.STET_SEED ?? Date.now() % 1_000_000_000);
}
