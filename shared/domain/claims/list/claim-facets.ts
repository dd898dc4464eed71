import type { Span } from '../../../text/span';
import { isAnswered, isResolved } from '../../answer';
import type { Claim } from '../../claim';
import type { Placement } from '../../draft/placement';
import { findReferrers, type Review } from '../../review/review';
import type { ClaimStatus } from '../../verdict';
import type { EvidenceAssessment } from '../evidence-gaps';

/** The facets of claims, by which they are filtered besides their verdict, in the order in which the filters are shown. */
export const facetNames = [
  'recheck',
  'evidence',
  'answer',
  'kind',
  'tag',
  'source',
  'claimant',
  'reviewer',
] as const;

export type FacetName = (typeof facetNames)[number];

/**
 * The chosen values of each facet. Any of them is enough; a facet of which none is chosen hides nothing. The values are ids of
 * tags and sources, names of gaps and kinds, or names of persons; '' stands for claims that have none.
 */
export type ChosenFacets = Readonly<Record<FacetName, readonly string[]>>;

export const noFacets: ChosenFacets = {
  recheck: [],
  evidence: [],
  answer: [],
  kind: [],
  tag: [],
  source: [],
  claimant: [],
  reviewer: [],
};

/** The part of a listed claim that filters look at. */
export interface FilterableClaim {
  claim: Claim;
  placement: Placement;
  /** In UTF-16 offsets of the draft; null for an unplaced claim. */
  span: Span | null;
  status: ClaimStatus;
  evidence: Pick<EvidenceAssessment, 'gaps'>;
}

export interface FacetContext {
  review: Review;
}

function orNone(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values;
}

/** The values of one facet that a claim has. The reviewer is whoever judged it, or who marked it while it is unchecked. */
export function getFacetValues(
  { claim, status, evidence }: FilterableClaim,
  facet: FacetName,
  { review }: FacetContext,
): readonly string[] {
  switch (facet) {
    case 'recheck':
      return status === 'recheck' ? ['recheck'] : [];
    case 'evidence':
      return evidence.gaps;
    case 'answer':
      return [...(isAnswered(claim) ? ['answered'] : []), ...(isResolved(claim) ? ['resolved'] : [])];
    case 'kind':
      return [claim.kind ?? ''];
    case 'tag':
      return orNone(claim.tagIds);
    case 'source':
      return [
        ...new Set(findReferrers(review, `claims/${claim.id}`, 'evidence').map(({ sourceId }) => sourceId)),
      ];
    case 'claimant':
      return [claim.claimant ?? ''];
    case 'reviewer':
      return [(claim.judged ? claim.judged.by : claim.createdBy) ?? ''];
  }
}

/** Counts the claims with each value of a facet. Values that no claim has are missing. */
export function countFacet(
  claims: readonly FilterableClaim[],
  facet: FacetName,
  context: FacetContext,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const listed of claims)
    for (const value of getFacetValues(listed, facet, context))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
