import { commonSequence, largestTable } from '../text/longest-common-subsequence';
import { heaviestChain } from './chain-anchors';
import { type Run, type Window, withoutOverlap } from './match-blocks';
import type { SeedFinder } from './unique-ngrams';
import {
  elsewhere,
  extended,
  freeParts,
  gapsBetween,
  inOrder,
  type Matching,
  matches,
  release,
  take,
} from './word-matching';

/** Words that are looked for together in what lies between what was matched, from sure to less sure. */
const groupSizes = [4, 3, 2];

/** Ranges whose lengths multiply to no more than this are compared word by word at once. */
const smallTable = 4_096;

/** A range between words that stayed, and whether it is the same writing still: half of its words at least were kept. */
export interface Gap extends Window {
  readonly isSimilar: boolean;
}

/** The indexes of a range whose words are free. */
function freeOf(taken: Uint8Array, start: number, end: number): number[] {
  const free: number[] = [];
  for (let index = start; index < end; index += 1) if (taken[index] === 0) free.push(index);
  return free;
}

/** Matches words of a range that keep their order: those that stand together once in each first, then one by one. */
function fillOne(matching: Matching, find: SeedFinder, window: Window, sizes: readonly number[]): void {
  const cells = (window.beforeEnd - window.before) * (window.afterEnd - window.after);
  // One word for another: if they were the same, the words beside them would have met.
  if (cells <= 1) return;
  const [size, ...smaller] = sizes;
  if (size === undefined || cells <= smallTable) {
    fillByTable(matching, window);
    return;
  }
  const chain = withoutOverlap(heaviestChain(find(size, window)));
  const runs = extended(matching, chain, window);
  for (const run of runs) take(matching, run, inOrder);
  for (const gap of gapsBetween(runs, window)) fillOne(matching, find, gap, smaller);
}

export function fillByTable(
  matching: Matching,
  window: Window,
  how: typeof inOrder | typeof elsewhere = inOrder,
): void {
  const before = freeOf(matching.taken.before, window.before, window.beforeEnd);
  const after = freeOf(matching.taken.after, window.after, window.afterEnd);
  if (before.length * after.length > largestTable) return;
  const same = (a: number, b: number) => matches(matching, before[a] ?? 0, after[b] ?? 0);
  for (const [a, b] of commonSequence(before.length, after.length, same))
    take(matching, { before: before[a] ?? 0, after: after[b] ?? 0, length: 1 }, how);
}

/** The words that a range holds in common, against the longer side of it without what moved into it or out of it. */
function similarity({ taken }: Matching, window: Window): number {
  let stayed = 0;
  let before = 0;
  let after = 0;
  for (let index = window.before; index < window.beforeEnd; index += 1) {
    if (taken.before[index] === inOrder) stayed += 1;
    if (taken.before[index] !== elsewhere) before += 1;
  }
  for (let index = window.after; index < window.afterEnd; index += 1)
    if (taken.after[index] !== elsewhere) after += 1;
  return stayed / Math.max(1, before, after);
}

/**
 * Matches what lies between what stayed. Where the writing is no longer the same, words in common say little: what moved
 * (`strays`, which stand once in each draft, but not in order) goes before it there.
 */
export function fillGaps(
  matching: Matching,
  find: SeedFinder,
  { windows, strays, shortest }: { windows: readonly Window[]; strays: readonly Run[]; shortest: number },
): Gap[] {
  const isSimilar = windows.map((window) => {
    fillOne(matching, find, window, groupSizes);
    if (similarity(matching, window) >= 0.5) return true;
    releaseInOrder(matching, window);
    return false;
  });
  for (const stray of strays)
    for (const part of freeParts(matching, stray))
      if (part.length >= shortest) take(matching, part, elsewhere);
  return windows.map((window, index) => {
    if (isSimilar[index]) return { ...window, isSimilar: true };
    fillOne(matching, find, window, groupSizes);
    return { ...window, isSimilar: similarity(matching, window) >= 0.5 };
  });
}

/** Nothing of a range but what moved is matched any more. */
function releaseInOrder(matching: Matching, window: Window): void {
  for (let index = window.before; index < window.beforeEnd; index += 1)
    if (matching.taken.before[index] === inOrder) release(matching, { before: index, length: 1 });
}
