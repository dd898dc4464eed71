import { intAt } from '#shared/text/sequences/at.ts';
import type { TokenRange, Tokens } from '#shared/text-changes/tokens/tokens.ts';

/** At most this many occurrences are listed: a person gains nothing from more. */
const maxOccurrences = 20;

/** A token with at most this many occurrences is rare enough: no rarer one is looked for. */
const rareTokenCount = 8;

/** The index has a bucket for each value of this many bits of a token's id, or fewer in short drafts. */
const maxBucketBits = 16;

/** Finds where tokens occur in one draft. */
interface OccurrenceFinder {
  /**
   * The first token of each occurrence of a range of tokens, which may be of another draft; 20 at most, in order. Occurrences
   * that hold a token for which `isWanted` is false are left out.
   */
  find(tokens: Tokens, range: TokenRange, isWanted?: (token: number) => boolean): number[];
}

/** A finder for both of the drafts that are compared. */
export interface DraftOccurrences {
  readonly before: OccurrenceFinder;
  readonly after: OccurrenceFinder;
}

/** A finder for a draft. It indexes the tokens when it is first used; most drafts never need it. */
export function createOccurrenceFinder(draft: Tokens): OccurrenceFinder {
  let index: TokenIndex | null = null;
  return {
    find(tokens, range, isWanted) {
      index ??= createIndex(draft);
      const rarest = findRarest(index, tokens, range);
      const occurrences: number[] = [];
      const bucket = intAt(tokens.ids, rarest) & index.mask;
      const end = intAt(index.starts, bucket + 1);
      for (let entry = intAt(index.starts, bucket); entry < end; entry += 1) {
        const first = intAt(index.tokens, entry) - (rarest - range.start);
        if (!occursAt(draft, first, tokens, range)) continue;
        if (isWanted && !isEvery(isWanted, first, first + range.end - range.start)) continue;
        occurrences.push(first);
        if (occurrences.length === maxOccurrences) break;
      }
      return occurrences;
    },
  };
}

/** The token of a range whose bucket holds the fewest tokens of the draft, or the first one that is rare enough. */
function findRarest({ starts, mask }: TokenIndex, { ids }: Tokens, { start, end }: TokenRange): number {
  const countInBucket = (token: number) => {
    const bucket = intAt(ids, token) & mask;
    return intAt(starts, bucket + 1) - intAt(starts, bucket);
  };
  let rarest = start;
  let fewest = countInBucket(start);
  for (let token = start + 1; token < end && fewest > rareTokenCount; token += 1) {
    const count = countInBucket(token);
    if (count >= fewest) continue;
    rarest = token;
    fewest = count;
  }
  return rarest;
}

function occursAt(draft: Tokens, first: number, { ids }: Tokens, { start, end }: TokenRange): boolean {
  if (first < 0 || first + end - start > draft.count) return false;
  for (let token = start; token < end; token += 1)
    if (intAt(draft.ids, first + token - start) !== intAt(ids, token)) return false;
  return true;
}

function isEvery(holds: (token: number) => boolean, start: number, end: number): boolean {
  for (let token = start; token < end; token += 1) if (!holds(token)) return false;
  return true;
}

/** The tokens of a draft, grouped in buckets by the low bits of their ids. */
interface TokenIndex {
  /** By bucket, where it starts in `tokens`; one entry more marks the end of the last. */
  starts: Int32Array;
  /** The indexes of the tokens of one bucket after the other, each in order. */
  tokens: Int32Array;
  mask: number;
}

/** Groups the tokens by counting sort. */
function createIndex({ ids, count }: Tokens): TokenIndex {
  const mask = (1 << Math.min(maxBucketBits, 32 - Math.clz32(count))) - 1;
  const starts = new Int32Array(mask + 2);
  for (let token = 0; token < count; token += 1) {
    const next = (intAt(ids, token) & mask) + 1;
    starts[next] = intAt(starts, next) + 1;
  }
  for (let bucket = 0; bucket <= mask; bucket += 1)
    starts[bucket + 1] = intAt(starts, bucket + 1) + intAt(starts, bucket);
  const next = starts.slice();
  const tokens = new Int32Array(count);
  for (let token = 0; token < count; token += 1) {
    const bucket = intAt(ids, token) & mask;
    tokens[intAt(next, bucket)] = token;
    next[bucket] = intAt(next, bucket) + 1;
  }
  return { starts, tokens, mask };
}
