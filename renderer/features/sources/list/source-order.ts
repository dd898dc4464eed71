import type { Review } from '../../../../shared/domain/review/review';
import { referringTo } from '../../../../shared/domain/review/review';
import type { Source } from '../../../../shared/domain/source';
import { sourceRank } from '../../../../shared/domain/sources/source-search';
import type { ListedClaim } from '../../../state/review/outline';

export const sourceOrders = ['title', 'claims', 'published', 'place'] as const;

export type SourceOrder = (typeof sourceOrders)[number];

export const sourceOrderLabels: Record<SourceOrder, string> = {
  title: 'Title',
  claims: 'Most claims',
  published: 'Newest',
  place: 'Place in the article',
};

/** A source with the claims that rest on it: in reading order, then those that wait for a place. */
export interface ListedSource {
  source: Source;
  claims: ListedClaim[];
}

/** Each claim that counts with its place in the list, by id. */
type ClaimOrder = ReadonlyMap<string, { claim: ListedClaim; place: number }>;

export function orderOf(listed: readonly ListedClaim[]): ClaimOrder {
  return new Map(listed.map((claim, place) => [claim.claim.id, { claim, place }]));
}

/** The claims that a source carries, each once. */
function claimsCarried(review: Review, sourceId: string, order: ClaimOrder): ListedClaim[] {
  const ids = new Set(referringTo(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId));
  return [...ids]
    .flatMap((id) => order.get(id) ?? [])
    .sort((a, b) => a.place - b.place)
    .map(({ claim }) => claim);
}

function firstNumber({ claims }: ListedSource): number {
  return claims[0]?.number ?? Number.POSITIVE_INFINITY;
}

const compare: Record<SourceOrder, (a: ListedSource, b: ListedSource) => number> = {
  title: () => 0,
  claims: (a, b) => b.claims.length - a.claims.length,
  // What has no date comes last; partial dates sort as text.
  published: (a, b) => (b.source.publishedAt ?? '').localeCompare(a.source.publishedAt ?? ''),
  // Infinity less infinity is no number: neither stands in the article.
  place: (a, b) => firstNumber(a) - firstNumber(b) || 0,
};

/** The sources of the article that answer the query (all of them, when it is empty), in the order wanted. */
export function listedSources(
  review: Review,
  listed: readonly ListedClaim[],
  query: string,
  order: SourceOrder,
): ListedSource[] {
  const places = orderOf(listed);
  return Array.from(review.sources.values())
    .filter((source) => query.trim() === '' || sourceRank(source, query) > 0)
    .map((source) => ({ source, claims: claimsCarried(review, source.id, places) }))
    .sort((a, b) => compare[order](a, b) || a.source.title.localeCompare(b.source.title));
}
