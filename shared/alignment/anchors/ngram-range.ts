import { intAt } from '../../text/sequences/at';
import { appendToHash, getHashPower, removeFromHash } from '../../text/sequences/rolling-hash';
import { unmatched } from '../blocks/token-matching';

/** A range of tokens of one draft, and the length of the n-grams in it. */
export interface NgramRange {
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** Calls `visit` with the first token and the hash of each n-gram of unmatched tokens in a range. */
export function forEachNgram(
  ids: Int32Array,
  states: Uint8Array,
  { start, end, size }: NgramRange,
  visit: (first: number, hash: number) => void,
): void {
  const power = getHashPower(size);
  let hash = 0;
  let length = 0;
  for (let index = start; index < end; index += 1) {
    if (states[index] !== unmatched) {
      hash = 0;
      length = 0;
      continue;
    }
    if (length === size) {
      hash = removeFromHash(hash, intAt(ids, index - size), power);
      length -= 1;
    }
    hash = appendToHash(hash, intAt(ids, index));
    length += 1;
    if (length === size) visit(index - size + 1, hash);
  }
}

/** Counts the tokens of a range that are not matched yet. The range has fewer n-grams than that, or as many. */
export function countUnmatched(states: Uint8Array, { start, end }: NgramRange): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (states[index] === unmatched) count += 1;
  return count;
}
