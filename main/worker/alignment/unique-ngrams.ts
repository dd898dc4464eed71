import { intAt } from '#shared/text/sequences/at.ts';
import { appendToHash, getHashPower, removeFromHash } from '#shared/text/sequences/rolling-hash.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';
import {
  hasSameTokens,
  type MatchBlock,
  type MatchStates,
  type TokenWindow,
  unmatched,
} from './token-matching.ts';

/** A range of tokens of one draft, and the length of the n-grams in it. */
interface NgramRange {
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** Calls `visit` with the first token and the hash of each n-gram of unmatched tokens in a range. */
function forEachNgram(
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
function countUnmatched(states: Uint8Array, { start, end }: NgramRange): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (states[index] === unmatched) count += 1;
  return count;
}

/** Spreads hashes over the slots of the table (Fibonacci hashing). */
const slotFactor = 0x9e3779b1;

/** Stands in a table for a position where an n-gram occurs more than once. */
const several = -1;

/**
 * Finds the blocks of at least `size` tokens, not matched yet, whose n-grams of that size each occur once in either side of a
 * window. They are in order of the draft before.
 */
export type UniqueNgramFinder = (size: number, window: TokenWindow) => MatchBlock[];

/** A finder for two drafts. It reuses its hash table, because most windows are short and there are many. */
export function createUniqueNgramFinder(
  before: Tokens,
  after: Tokens,
  states: MatchStates,
): UniqueNgramFinder {
  // Open addressing, two numbers a slot: the hash, and 1 + the first token of the n-gram in the draft before (0: empty slot).
  let table = new Int32Array(0);

  return (size, window) => {
    const rangeBefore = { start: window.before, end: window.beforeEnd, size };
    const rangeAfter = { start: window.after, end: window.afterEnd, size };
    let bits = 4;
    const ngramCount = countUnmatched(states.before, rangeBefore);
    while (1 << bits < 2 * ngramCount) bits += 1;
    const tableLength = 2 << bits;
    if (table.length < tableLength) table = new Int32Array(tableLength);
    else table.fill(0, 0, tableLength);
    const slots = table;
    const mask = (1 << bits) - 1;
    const findSlot = (hash: number): number => {
      let slot = (Math.imul(hash, slotFactor) >>> (32 - bits)) << 1;
      while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (((slot >> 1) + 1) & mask) << 1;
      return slot;
    };

    forEachNgram(before.ids, states.before, rangeBefore, (first, hash) => {
      const slot = findSlot(hash);
      slots[slot] = hash;
      slots[slot + 1] = slots[slot + 1] === 0 ? first + 1 : several;
    });
    // By token of the window: 1 + the first token of the n-gram in the draft after that is the same as the one starting here.
    const partners = new Int32Array(window.beforeEnd - window.before);
    forEachNgram(after.ids, states.after, rangeAfter, (first, hash) => {
      const found = intAt(slots, findSlot(hash) + 1);
      if (found <= 0) return;
      const token = found - 1 - window.before;
      partners[token] = partners[token] === 0 ? first + 1 : several;
    });
    return joinNgrams(before, after, partners, rangeBefore);
  };
}

/** Joins n-grams that overlap or touch in both drafts. `partners` counts from 1; numbers up to 0 mean none. */
function joinNgrams(
  before: Tokens,
  after: Tokens,
  partners: Int32Array,
  { size, start }: NgramRange,
): MatchBlock[] {
  const blocks: MatchBlock[] = [];
  let open: { before: number; after: number; length: number } | null = null;
  for (let index = 0; index < partners.length; index += 1) {
    const partner = intAt(partners, index);
    if (partner <= 0) continue;
    const ngram = { before: start + index, after: partner - 1, length: size };
    // Different n-grams may have the same hash.
    if (!hasSameTokens(before, after, ngram)) continue;
    const continues =
      open !== null &&
      ngram.after - ngram.before === open.after - open.before &&
      ngram.before <= open.before + open.length;
    if (open && continues) open.length = ngram.before + size - open.before;
    else {
      if (open) blocks.push(open);
      open = ngram;
    }
  }
  if (open) blocks.push(open);
  return blocks;
}
