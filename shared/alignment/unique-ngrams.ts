import type { Run, Window } from './match-blocks';
import { at, type Tokens } from './tokens/tokens';

const factor = 0x01000193;
const spread = 0x9e3779b1;
const several = -1;

/** The words of the two drafts that are not taken yet: 0 where a word may be used. */
export interface Taken {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Finds the runs of so many words at least that occur once in each of two ranges. */
export type SeedFinder = (size: number, window: Window) => Run[];

/** Walks over all groups of so many words of a range that are free, with a hash of each. */
function eachGroup(
  ids: Int32Array,
  taken: Uint8Array,
  { start, end, size }: { start: number; end: number; size: number },
  found: (at: number, hash: number) => void,
): void {
  let power = 1;
  for (let step = 1; step < size; step += 1) power = Math.imul(power, factor);
  let hash = 0;
  let length = 0;
  for (let index = start; index < end; index += 1) {
    if (taken[index] !== 0) {
      hash = 0;
      length = 0;
      continue;
    }
    if (length === size) {
      hash = (hash - Math.imul(at(ids, index - size), power)) | 0;
      length -= 1;
    }
    hash = (Math.imul(hash, factor) + at(ids, index)) | 0;
    length += 1;
    if (length === size) found(index - size + 1, hash);
  }
}

/** How many words of a range are free. */
function freeIn(taken: Uint8Array, { start, end }: { start: number; end: number }): number {
  let free = 0;
  for (let index = start; index < end; index += 1) if (taken[index] === 0) free += 1;
  return free;
}

/** Whether so many words are the same in both drafts from these on. */
export function sameWords(before: Tokens, after: Tokens, { before: a, after: b, length }: Run): boolean {
  for (let step = 0; step < length; step += 1)
    if (at(before.ids, a + step) !== at(after.ids, b + step)) return false;
  return true;
}

/** A finder for two drafts. It keeps its table between uses, for most ranges are short and many. */
export function seedFinder(before: Tokens, after: Tokens, taken: Taken): SeedFinder {
  // Two numbers a slot: the hash, and where the group stands in the draft before, from 1.
  let table = new Int32Array(0);

  return (size, window) => {
    const rangeBefore = { start: window.before, end: window.beforeEnd, size };
    const rangeAfter = { start: window.after, end: window.afterEnd, size };
    let bits = 4;
    const free = freeIn(taken.before, rangeBefore);
    while (1 << bits < 2 * free) bits += 1;
    const used = 2 << bits;
    if (table.length < used) table = new Int32Array(used);
    else table.fill(0, 0, used);
    const slots = table;
    const mask = (1 << bits) - 1;
    const slotOf = (hash: number): number => {
      let slot = (Math.imul(hash, spread) >>> (32 - bits)) << 1;
      while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (((slot >> 1) + 1) & mask) << 1;
      return slot;
    };

    eachGroup(before.ids, taken.before, rangeBefore, (place, hash) => {
      const slot = slotOf(hash);
      slots[slot] = hash;
      slots[slot + 1] = slots[slot + 1] === 0 ? place + 1 : several;
    });
    // By word of the range, where the group that begins with it stands in the draft after, from 1.
    const partners = new Int32Array(window.beforeEnd - window.before);
    eachGroup(after.ids, taken.after, rangeAfter, (place, hash) => {
      const found = slots[slotOf(hash) + 1] ?? 0;
      if (found <= 0) return;
      const word = found - 1 - window.before;
      partners[word] = partners[word] === 0 ? place + 1 : several;
    });
    return runsOf(before, after, partners, { size, start: window.before });
  };
}

/** Joins groups that follow one another in both drafts. `partners` counts from 1; what is not above 0 is none. */
function runsOf(
  before: Tokens,
  after: Tokens,
  partners: Int32Array,
  { size, start }: { size: number; start: number },
): Run[] {
  const runs: Run[] = [];
  let open: { before: number; after: number; length: number } | null = null;
  for (let index = 0; index < partners.length; index += 1) {
    const partner = at(partners, index);
    if (partner <= 0) continue;
    const seed = { before: start + index, after: partner - 1, length: size };
    if (!sameWords(before, after, seed)) continue;
    const isNext =
      open !== null &&
      seed.after - seed.before === open.after - open.before &&
      seed.before <= open.before + open.length;
    if (open && isNext) open.length = seed.before + size - open.before;
    else {
      if (open) runs.push(open);
      open = seed;
    }
  }
  if (open) runs.push(open);
  return runs;
}
