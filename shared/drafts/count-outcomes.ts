import type { Placement } from '../domain/draft/placement';
import type { CarriedClaim } from './carried-review';

/** How many claims of a draft have which result in the next; each claim is counted once. */
export interface CarryCounts {
  unchanged: number;
  moved: number;
  /** The wording changed but says the same; the verdict, if there is one, is kept. */
  reworded: number;
  /** The verdict does not hold for the new text. */
  recheck: number;
  /** Never judged, and to be looked at because the text changed. */
  unjudged: number;
  ambiguous: number;
  lost: number;
}

/** Counts the claims that are carried into the next draft by their result there. */
export function countCarriedClaims(claims: readonly CarriedClaim[]): CarryCounts {
  const kept = { unchanged: 0, moved: 0, reworded: 0 };
  const counts: CarryCounts = { ...kept, recheck: 0, unjudged: 0, ambiguous: 0, lost: 0 };
  for (const { status, span, resolved, recheck } of claims)
    counts[!span || resolved ? status : recheck ? 'recheck' : 'unjudged'] += 1;
  return counts;
}

/** The outcome of a claim since it was carried into a draft, including what the reviewer did with it there. */
export type ClaimOutcome = 'unchanged' | 'moved' | 'reworded' | 'attached' | 'waiting' | 'cut';

function getOutcome({ status, span, resolved }: Placement): ClaimOutcome | null {
  if (status === 'marked') return null;
  if (!span) return resolved ? 'cut' : 'waiting';
  return status === 'lost' || status === 'ambiguous' ? 'attached' : status;
}

/** Counts the claims that were carried into a draft by outcome. Claims that were marked in the draft are not counted. */
export function countClaimOutcomes(placements: readonly Placement[]): Record<ClaimOutcome, number> {
  const counts = { unchanged: 0, moved: 0, reworded: 0, attached: 0, waiting: 0, cut: 0 };
  for (const placement of placements) {
    const outcome = getOutcome(placement);
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}
