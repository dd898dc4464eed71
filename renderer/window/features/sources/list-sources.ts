import type { ListedClaim } from '#renderer/window/state/review/outline.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { rankSource } from '#shared/domain/base/source-fields.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { listKeys } from '#shared/text/sequences/records.ts';

export const sourceOrderLabels = {
  title: 'Title',
  claims: 'Most claims',
  published: 'Newest',
  place: 'Place in the article',
};

export type SourceOrder = keyof typeof sourceOrderLabels;

export const sourceOrders = listKeys(sourceOrderLabels);

/** A source with the claims that use it: in reading order, then the unplaced ones. */
export interface ListedSource {
  source: Source;
  claims: ListedClaim[];
}

/** The listed claims by id, each with its index in the list. */
type ClaimIndex = ReadonlyMap<string, { claim: ListedClaim; index: number }>;

export function indexClaims(listed: readonly ListedClaim[]): ClaimIndex {
  return new Map(listed.map((claim, index) => [claim.claim.id, { claim, index }]));
}

/** Lists the sources that match a query, or all for an empty one. Equal sources of an order are sorted by title. */
export function listSources(
  review: Review,
  listed: readonly ListedClaim[],
  query: string,
  order: SourceOrder,
): ListedSource[] {
  const claimIndex = indexClaims(listed);
  return Array.from(review.sources.values())
    .filter((source) => query.trim() === '' || rankSource(source, query) > 0)
    .map((source) => ({ source, claims: listClaimsOfSource(review, source.id, claimIndex) }))
    .sort((a, b) => compareByOrder[order](a, b) || a.source.title.localeCompare(b.source.title));
}

function listClaimsOfSource(review: Review, sourceId: string, claimIndex: ClaimIndex): ListedClaim[] {
  const ids = new Set(findReferrers(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId));
  return [...ids]
    .flatMap((id) => claimIndex.get(id) ?? [])
    .sort((a, b) => a.index - b.index)
    .map(({ claim }) => claim);
}

const compareByOrder: Record<SourceOrder, (a: ListedSource, b: ListedSource) => number> = {
  title: () => 0,
  claims: (a, b) => b.claims.length - a.claims.length,
  // Sources without a date come last. Partial ISO dates can be compared as text.
  published: (a, b) => (b.source.publishedAt ?? '').localeCompare(a.source.publishedAt ?? ''),
  // Two sources without a claim in the article give NaN (Infinity - Infinity): they are equal.
  place: (a, b) => getFirstClaimNumber(a) - getFirstClaimNumber(b) || 0,
};

function getFirstClaimNumber({ claims }: ListedSource): number {
  return claims[0]?.number ?? Number.POSITIVE_INFINITY;
}
