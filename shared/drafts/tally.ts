import type { Placement } from '../domain/placement';
import type { CarriedClaim } from './carry-review';

/** What became of the claims of a draft in the next, each counted once. */
export interface Tally {
  unchanged: number;
  moved: number;
  /** Other words, which say the same: the verdict, if there is one, was kept. */
  reworded: number;
  /** Verdicts that do not hold on the new words. */
  recheck: number;
  /** Never judged, and to be looked at on its new words. */
  unjudged: number;
  ambiguous: number;
  lost: number;
}

/** Counts claims by what becomes of them. */
export function tallyOf(claims: readonly CarriedClaim[]): Tally {
  const kept = { unchanged: 0, moved: 0, reworded: 0 };
  const tally: Tally = { ...kept, recheck: 0, unjudged: 0, ambiguous: 0, lost: 0 };
  for (const { status, span, resolved, recheck } of claims)
    tally[!span || resolved ? status : recheck ? 'recheck' : 'unjudged'] += 1;
  return tally;
}

/** What has become of a claim that came into a draft: there, and by what was done with it since. */
export type Fate = 'unchanged' | 'moved' | 'reworded' | 'attached' | 'waiting' | 'cut';

function fateOf({ status, span, resolved }: Placement): Fate | null {
  if (status === 'marked') return null;
  if (!span) return resolved ? 'cut' : 'waiting';
  return status === 'lost' || status === 'ambiguous' ? 'attached' : status;
}

/** Counts the claims that came into a draft by what has become of them; those that were marked in it are none of them. */
export function fatesOf(placements: readonly Placement[]): Record<Fate, number> {
  const fates: Record<Fate, number> = {
    unchanged: 0,
    moved: 0,
    reworded: 0,
    attached: 0,
    waiting: 0,
    cut: 0,
  };
  for (const placement of placements) {
    const fate = fateOf(placement);
    if (fate) fates[fate] += 1;
  }
  return fates;
}
