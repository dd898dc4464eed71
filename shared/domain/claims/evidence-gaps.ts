import { type Review, referringTo } from '../review/review';
import { chainOf, originOf } from '../sources/derivation';

export const backingGaps = ['noSource', 'fallenOnly', 'oneSource', 'secondaryOnly'] as const;

/** What a claim's evidence lacks: any source, one that stands, a second independent one, one that is not secondary. */
export type BackingGap = (typeof backingGaps)[number];

export const backingGapLabels: Record<BackingGap, string> = {
  noSource: 'No source',
  fallenOnly: 'Source withdrawn or wrong',
  oneSource: 'One source only',
  secondaryOnly: 'Secondary only',
};

export interface Backing {
  /** How many different sources the claim rests on. */
  sources: number;
  gaps: BackingGap[];
}

/** How the sources of a claim fell, where none of them stands: "withdrawn", "wrong", or both. */
export function howSourcesFell(review: Review, claimId: string): string {
  const evidence = referringTo(review, `claims/${claimId}`, 'evidence');
  const standings = new Set(
    evidence.flatMap(({ sourceId }) => chainOf(review, sourceId).map(({ standing }) => standing)),
  );
  return (['withdrawn', 'wrong'] as const).filter((standing) => standings.has(standing)).join(' or ');
}

/**
 * What a claim rests on. Sources that repeat the same one are not independent of each other, and count as one; those that
 * no longer stand, or repeat one that does not, count for nothing. Only what was said to be secondary is.
 */
export function backingOf(review: Review, claimId: string): Backing {
  const evidence = referringTo(review, `claims/${claimId}`, 'evidence');
  const ids = new Set(evidence.map(({ sourceId }) => sourceId));
  const standing = [...ids].filter((id) => chainOf(review, id).every((source) => source.standing === 'good'));
  if (ids.size === 0) return { sources: 0, gaps: ['noSource'] };
  if (standing.length === 0) return { sources: ids.size, gaps: ['fallenOnly'] };
  const origins = new Set(standing.map((id) => originOf(review, id)));
  const gaps: BackingGap[] = [];
  if (origins.size === 1) gaps.push('oneSource');
  if (standing.every((id) => review.sources.get(id)?.secondary)) gaps.push('secondaryOnly');
  return { sources: ids.size, gaps };
}
