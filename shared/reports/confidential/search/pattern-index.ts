import { appendToHash, getHashPower, removeFromHash } from '../../../text/sequences/rolling-hash';
import type { SearchPattern } from './search-patterns';

/** The rolling hash of a fixed number of UTF-16 code units. */
export class RollingHash {
  private readonly power: number;

  constructor(readonly width: number) {
    this.power = getHashPower(width);
  }

  /** The hash of the code units from an offset on. */
  hash(characters: string, offset = 0): number {
    let hash = 0;
    for (let at = offset; at < offset + this.width; at += 1)
      hash = appendToHash(hash, characters.charCodeAt(at));
    return hash;
  }

  /** The hash at the next offset, from the one at this offset. */
  roll(hash: number, characters: string, offset: number): number {
    const withoutFirst = removeFromHash(hash, characters.charCodeAt(offset), this.power);
    return appendToHash(withoutFirst, characters.charCodeAt(offset + this.width));
  }
}

/** A pattern, and the offset in it of the part that was hashed. */
export interface IndexedPattern {
  pattern: SearchPattern;
  hashedAt: number;
}

/** Slots of the filter for each pattern, so that few texts hit one by chance; and the limits of its size in bits. */
const slotsPerPattern = 16;
const filterBits = { min: 8, max: 18 };

/** Patterns by hash. A filter before the map answers most lookups: a text matches no pattern at most offsets. */
export class PatternIndex {
  private readonly filter: Uint8Array;
  private readonly mask: number;
  private readonly patterns = new Map<number, IndexedPattern[]>();

  /** `count` is about how many patterns will be added. */
  constructor(count: number) {
    const bits = Math.ceil(Math.log2(count * slotsPerPattern + 1));
    const size = 1 << Math.min(filterBits.max, Math.max(filterBits.min, bits));
    this.filter = new Uint8Array(size);
    this.mask = size - 1;
  }

  get isEmpty(): boolean {
    return this.patterns.size === 0;
  }

  add(hash: number, indexed: IndexedPattern): void {
    this.filter[this.slot(hash)] = 1;
    const others = this.patterns.get(hash);
    if (others) others.push(indexed);
    else this.patterns.set(hash, [indexed]);
  }

  /** Whether there may be patterns with this hash. */
  has(hash: number): boolean {
    return this.filter[this.slot(hash)] === 1;
  }

  get(hash: number): readonly IndexedPattern[] | undefined {
    return this.patterns.get(hash);
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 13)) & this.mask;
  }
}

/**
 * Adds patterns, each by the hash of its start, middle or end, whichever the fewest patterns share: many begin alike, as
 * addresses of one host do. None may be shorter than the hash is wide.
 */
export function addByRarestHash(
  patterns: readonly SearchPattern[],
  rollingHash: RollingHash,
  index: PatternIndex,
): void {
  const listHashes = ({ characters }: SearchPattern) => {
    const last = characters.length - rollingHash.width;
    const offsets = [...new Set([0, last >> 1, last])];
    return offsets.map((hashedAt) => ({ hashedAt, hash: rollingHash.hash(characters, hashedAt) }));
  };
  const counts = new Map<number, number>();
  const hashes = patterns.map(listHashes);
  for (const ofPattern of hashes)
    for (const { hash } of ofPattern) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const getCount = ({ hash }: { hash: number }) => counts.get(hash) ?? 0;
  for (const [position, pattern] of patterns.entries()) {
    const [rarest] = (hashes[position] ?? []).sort((a, b) => getCount(a) - getCount(b));
    if (rarest) index.add(rarest.hash, { pattern, hashedAt: rarest.hashedAt });
  }
}
