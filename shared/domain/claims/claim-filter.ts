import { findInText, type SearchableText, toSearchableText } from '#shared/text/find-in-text.ts';
import { createRecord, listKeys } from '#shared/text/sequences/records.ts';
import type { Span } from '#shared/text/span.ts';
import { type Claim, isAnswered, isResolved } from '../base/claim.ts';
import type { Placement } from '../base/placement.ts';
import { type ClaimStatus, claimStatuses, isOpen, verdicts } from '../base/verdict.ts';
import { getFormerWords } from '../review/placed-claims.ts';
import { countByStatus, countOpen } from '../review/progress.ts';
import { findReferrers, type Review } from '../review/review.ts';
import type { EvidenceAssessment } from './evidence-gaps.ts';

/** The part of a listed claim that filters look at. */
export interface FilterableClaim {
  claim: Claim;
  placement: Placement;
  /** In UTF-16 offsets of the draft; null for an unplaced claim. */
  span: Span | null;
  status: ClaimStatus;
  evidence: Pick<EvidenceAssessment, 'gaps'>;
}

type GetFacetValues = (listed: FilterableClaim, review: Review) => readonly string[];

/**
 * The facets of claims, by which they are filtered besides their verdict, in the order in which the filters are shown, each with its values
 * of a claim. The reviewer is whoever judged the claim, or who marked it while it is unchecked.
 */
const table = {
  recheck: ({ status }) => (status === 'recheck' ? ['recheck'] : []),
  evidence: ({ evidence }) => evidence.gaps,
  answer: ({ claim }) => [
    ...(isAnswered(claim) ? ['answered'] : []),
    ...(isResolved(claim) ? ['resolved'] : []),
  ],
  kind: ({ claim }) => [claim.kind ?? ''],
  tag: ({ claim }) => (claim.tagIds.length === 0 ? [''] : claim.tagIds),
  source: ({ claim }, review) => [
    ...new Set(findReferrers(review, `claims/${claim.id}`, 'evidence').map(({ sourceId }) => sourceId)),
  ],
  claimant: ({ claim }) => [claim.claimant ?? ''],
  reviewer: ({ claim }) => [(claim.judged ? claim.judged.by : claim.createdBy) ?? ''],
} satisfies Record<string, GetFacetValues>;

export type FacetName = keyof typeof table;

export const facetNames = listKeys(table);

const facetValues: Readonly<Record<FacetName, GetFacetValues>> = table;

/**
 * The chosen values of each facet. Any of them is enough; a facet of which none is chosen hides nothing. The values are ids of
 * tags and sources, names of gaps and kinds, or names of persons; '' stands for claims that have none.
 */
export type ChosenFacets = Readonly<Record<FacetName, readonly string[]>>;

export const noFacets: ChosenFacets = createRecord(facetNames, () => []);

/** Counts the claims with each value of a facet. Values that no claim has are missing. */
export function countFacet(
  claims: readonly FilterableClaim[],
  facet: FacetName,
  { review }: { review: Review },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const listed of claims)
    for (const value of facetValues[facet](listed, review)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The orders of the list of claims. `changed` has the claim that was changed last at its top. */
export const claimOrders = ['place', 'verdict', 'changed'] as const;

export type ClaimOrder = (typeof claimOrders)[number];

/** When each claim was changed last, as a timestamp, by its id. */
export type LastChanges = ReadonlyMap<string, string>;

/** Sorts claims that are in the order of their places; equal ones stay in it. The list itself is not changed. */
export function sortClaims<T extends { claim: { id: string }; status: ClaimStatus }>(
  claims: readonly T[],
  order: ClaimOrder,
  lastChanges: LastChanges,
): readonly T[] {
  if (order === 'place') return claims;
  if (order === 'verdict')
    return claims.toSorted((a, b) => claimStatuses.indexOf(a.status) - claimStatuses.indexOf(b.status));
  const getTime = ({ claim }: T) => lastChanges.get(claim.id) ?? '';
  // Timestamps are all in the same form, so their text can be compared.
  return claims.toSorted((a, b) => {
    const [time, otherTime] = [getTime(a), getTime(b)];
    return time === otherTime ? 0 : time < otherTime ? 1 : -1;
  });
}

/** Filters of which one is chosen. `open` lists the claims that still have to be checked. */
export const verdictFilters = ['all', 'open', ...verdicts] as const;

export type VerdictFilter = (typeof verdictFilters)[number];

/** Lists the claims with the verdict that have one of the chosen values of each facet, and contain the text. */
export interface ClaimFilter {
  verdict: VerdictFilter;
  facets: ChosenFacets;
  /** Looked for in the words, the note, the correction and the claimant; white space alone lists everything. */
  text: string;
}

export const noFilter: ClaimFilter = { verdict: 'all', facets: noFacets, text: '' };

/** Whether a filter hides nothing besides what its verdict hides. */
export function isVerdictOnly({ facets, text }: ClaimFilter): boolean {
  return text.trim() === '' && facetNames.every((facet) => facets[facet].length === 0);
}

/** The rest of the review, as far as the filter has to know it. */
interface FilterContext {
  review: Review;
  draft: { readonly text: string };
}

/** The texts of claims that were searched before: claims are replaced when they change, never altered. */
const searchableTexts = new WeakMap<FilterableClaim, SearchableText>();

function getSearchableText(listed: FilterableClaim, { draft }: FilterContext): SearchableText {
  const known = searchableTexts.get(listed);
  if (known) return known;
  const { claim, span, placement } = listed;
  const words = span ? draft.text.slice(span.start, span.end) : getFormerWords(placement);
  // Nobody types this character, so that no match crosses from one field into the next.
  const text = toSearchableText(
    [words, claim.note, claim.correction, claim.claimant].filter(Boolean).join('\0'),
  );
  searchableTexts.set(listed, text);
  return text;
}

function matchesVerdict(status: ClaimStatus, verdict: VerdictFilter): boolean {
  return verdict === 'all' || (verdict === 'open' ? isOpen(status) : status === verdict);
}

/** Creates the function that says whether the filter lists a claim. */
export function createClaimMatcher(
  { verdict, facets, text }: ClaimFilter,
  context: FilterContext,
): (listed: FilterableClaim) => boolean {
  const chosen = facetNames.filter((facet) => facets[facet].length > 0);
  const query = text.trim();
  return (listed) =>
    matchesVerdict(listed.status, verdict) &&
    chosen.every((facet) =>
      facetValues[facet](listed, context.review).some((value) => facets[facet].includes(value)),
    ) &&
    (query === '' || findInText(getSearchableText(listed, context), query).length > 0);
}

type ClaimCounts = Record<ClaimStatus | VerdictFilter, number>;

/** Counts the claims that each filter by verdict lists. */
export function countClaims(claims: readonly { status: ClaimStatus }[]): ClaimCounts {
  const progress = countByStatus(claims.map(({ status }) => status));
  return { ...progress, all: claims.length, open: countOpen(progress) };
}
