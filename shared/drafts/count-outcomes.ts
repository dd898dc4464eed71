import { type Placement, placementStatuses } from '../domain/draft/placement';
import { formatNumber } from '../text/format/numbers';
import type { CarriedClaim } from './carried-review';

/** How a claim came into the next draft. The reviewer's decisions since never change it. */
export type CarryOutcome = CarriedClaim['status'];

/** The words for each outcome, in the preview of a draft, in the list of drafts and in the history of a claim. */
export const carryOutcomeLabels: Readonly<Record<CarryOutcome, string>> = {
  unchanged: 'unchanged',
  moved: 'moved',
  reworded: 'reworded',
  ambiguous: 'ambiguous',
  lost: 'lost',
};

export type CarryCounts = Record<CarryOutcome, number>;

/** Counts the claims that are carried into a draft by their outcome, each once. Claims that were marked there are not counted. */
export function countCarriedClaims(claims: Iterable<Pick<Placement, 'status'>>): CarryCounts {
  const counts: CarryCounts = { unchanged: 0, moved: 0, reworded: 0, ambiguous: 0, lost: 0 };
  for (const { status } of claims) if (status !== 'marked') counts[status] += 1;
  return counts;
}

/** The counts with their words, in the order in which they are shown. */
export function listCarryCounts(counts: CarryCounts): { count: number; label: string }[] {
  return placementStatuses.flatMap((status) =>
    status === 'marked' ? [] : [{ count: counts[status], label: carryOutcomeLabels[status] }],
  );
}

/** Describes what became of the claims: `3 unchanged, 1 moved, 1 lost`. Null when there are none. */
export function describeCarryCounts(counts: CarryCounts): string | null {
  const parts = listCarryCounts(counts).filter(({ count }) => count > 0);
  return parts.length === 0
    ? null
    : parts.map(({ count, label }) => `${formatNumber(count)} ${label}`).join(', ');
}

/** How many carried claims have to be looked at where they are: judged ones, and those that nobody judged. */
export function countChangedTexts(claims: readonly CarriedClaim[]): Record<'recheck' | 'unjudged', number> {
  const changed = claims.filter(({ span, resolved }) => span && !resolved);
  const recheck = changed.filter((claim) => claim.recheck).length;
  return { recheck, unjudged: changed.length - recheck };
}

/** Counts the claims whose words were not found for certain by what the reviewer did with them since. */
export function countUnfoundClaims(
  placements: readonly Placement[],
): Record<'attached' | 'waiting' | 'retired', number> {
  const unfound = placements.filter(({ status }) => status === 'lost' || status === 'ambiguous');
  const attached = unfound.filter(({ span }) => span).length;
  const retired = unfound.filter(({ span, resolved }) => !span && resolved).length;
  return { attached, waiting: unfound.length - attached - retired, retired };
}
