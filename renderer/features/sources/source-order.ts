import type { Review } from '../../../shared/domain/review';
import { referringTo } from '../../../shared/domain/review';
import type { Source } from '../../../shared/domain/source';
import { sourceRank } from '../../../shared/domain/source-search';
import type { ShownClaim } from '../../state/outline';

export const sourceOrders = ['title', 'claims', 'published', 'place'] as const;

export type SourceOrder = (typeof sourceOrders)[number];

export const sourceOrderLabels: Record<SourceOrder, string> = {
  title: 'Title',
  claims: 'Most claims',
  published: 'Newest',
  place: 'Place in the article',
};

/** A source with the claims that rest on it, in reading order. */
export interface ListedSource {
  source: Source;
  claims: ShownClaim[];
}

function claimsOf(review: Review, source: Source, byId: ReadonlyMap<string, ShownClaim>): ShownClaim[] {
  const ids = new Set(referringTo(review, `sources/${source.id}`, 'evidence').map(({ claimId }) => claimId));
  return [...ids].flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.number - b.number);
}

const compare: Record<SourceOrder, (a: ListedSource, b: ListedSource) => number> = {
  title: () => 0,
  claims: (a, b) => b.claims.length - a.claims.length,
  // What has no date comes last; partial dates sort as text.
  published: (a, b) => (b.source.publishedAt ?? '').localeCompare(a.source.publishedAt ?? ''),
  place: (a, b) =>
    (a.claims[0]?.number ?? Number.POSITIVE_INFINITY) - (b.claims[0]?.number ?? Number.POSITIVE_INFINITY) ||
    0,
};

/** The sources of the article that answer the query (all of them, when it is empty), in the order wanted. */
export function listedSources(
  review: Review,
  byId: ReadonlyMap<string, ShownClaim>,
  query: string,
  order: SourceOrder,
): ListedSource[] {
  return Array.from(review.sources.values())
    .filter((source) => query.trim() === '' || sourceRank(source, query) > 0)
    .map((source) => ({ source, claims: claimsOf(review, source, byId) }))
    .sort((a, b) => compare[order](a, b) || a.source.title.localeCompare(b.source.title));
}
