import { appendToHash } from '../../../text/sequences/rolling-hash';
import type { SearchPattern } from './search-patterns';

/** The hash of the UTF-16 code units from `start` to `end`, which go on after those that have this `hash`. */
export function hashCodeUnits(characters: string, start: number, end: number, hash = 0): number {
  let result = hash;
  for (let at = start; at < end; at += 1) result = appendToHash(result, characters.charCodeAt(at));
  return result;
}

/** The slot of a hash in a table of a power of two; `mask` is its size less one. */
export function toSlot(hash: number, mask: number): number {
  return (hash ^ (hash >>> 13)) & mask;
}

/** The size of a table with about 16 slots for each entry, so that few texts hit one by chance: a power of two. */
export function getTableSize(entries: number): number {
  const bits = Math.ceil(Math.log2(entries * 16 + 1));
  return 1 << Math.min(20, Math.max(8, bits));
}

/** Patterns by the hash of some of their characters. A filter before the map answers most lookups: most texts match no pattern. */
export class PatternIndex<T> {
  private readonly filter: Uint8Array;
  private readonly mask: number;
  private readonly entries = new Map<number, T[]>();

  /** `count` is about how many entries will be added. */
  constructor(count: number) {
    const size = getTableSize(count);
    this.filter = new Uint8Array(size);
    this.mask = size - 1;
  }

  add(hash: number, entry: T): void {
    this.filter[toSlot(hash, this.mask)] = 1;
    const others = this.entries.get(hash);
    if (others) others.push(entry);
    else this.entries.set(hash, [entry]);
  }

  /** Whether there may be entries with this hash. */
  has(hash: number): boolean {
    return this.filter[toSlot(hash, this.mask)] === 1;
  }

  get(hash: number): readonly T[] {
    return this.entries.get(hash) ?? [];
  }
}

/** Called for each place where a pattern may begin, which has to be compared. Offsets are in UTF-16 code units. */
export type OnCandidate = (pattern: SearchPattern, offset: number) => void;
