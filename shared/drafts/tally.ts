import type { Placement } from '../domain/placement';
import type { CarriedClaim } from './carry-review';

/** What became of the claims of a draft in the next, each counted once. */
export interface Tally {
  unchanged: number;
  moved: number;
  /** Other words, which say the same: the verdict, if there is one, was kept. */
  reworded: number;
  /** Whatever the reviewer has to look at on its new words: verdicts that do not hold, and claims that were never judged. */
  recheck: number;
  ambiguous: number;
  lost: number;
}

/** Counts claims by what becomes of them. */
export function tallyOf(claims: readonly CarriedClaim[]): Tally {
  const tally: Tally = { unchanged: 0, moved: 0, reworded: 0, recheck: 0, ambiguous: 0, lost: 0 };
  for (const { status, span, resolved } of claims) tally[span && !resolved ? 'recheck' : status] += 1;
  return tally;
}

/** How the claims of a draft came into it, counted by status; `marked` are those that were marked in it. */
export function statusesOf(placements: readonly Placement[]): Map<Placement['status'], number> {
  const counts = new Map<Placement['status'], number>();
  for (const { status } of placements) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}
