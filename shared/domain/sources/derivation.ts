import type { Source } from '../base/source.ts';
import { findReferrers, type Review } from '../review/review.ts';

/**
 * The source and those that it repeats, directly and indirectly, the nearest first. Each is in the list once, even if they
 * repeat each other in a cycle.
 */
export function getDerivationChain(review: Review, sourceId: string): Source[] {
  const chain: Source[] = [];
  let source = review.sources.get(sourceId);
  while (source && !chain.includes(source)) {
    chain.push(source);
    source = source.derivedFrom === null ? undefined : review.sources.get(source.derivedFrom);
  }
  return chain;
}

/** The id of the source that the information of this one comes from in the end: the last of its chain. */
export function findOriginId(review: Review, sourceId: string): string {
  const chain = getDerivationChain(review, sourceId);
  const last = chain.at(-1);
  const cycleStart = chain.findIndex(({ id }) => id === last?.derivedFrom);
  if (cycleStart < 0) return last?.id ?? sourceId;
  // A cycle has no origin. Its smallest id represents it, which is the same for every source that leads into it.
  const cycleIds = chain.slice(cycleStart).map(({ id }) => id);
  return cycleIds.sort()[0] ?? sourceId;
}

/** The sources of a claim and those that they repeat, the ones of each piece of evidence in order. */
export function listSourcesBehind(review: Review, claimId: string): Source[] {
  return findReferrers(review, `claims/${claimId}`, 'evidence').flatMap(({ sourceId }) =>
    getDerivationChain(review, sourceId),
  );
}

/** The ids of the sources that repeat this one, directly or indirectly. */
export function findDerivedSourceIds(review: Review, sourceId: string): Set<string> {
  const found = new Set<string>();
  const pending = [sourceId];
  for (let id = pending.pop(); id !== undefined; id = pending.pop())
    for (const derived of findReferrers(review, `sources/${id}`, 'sources'))
      if (!found.has(derived.id)) {
        found.add(derived.id);
        pending.push(derived.id);
      }
  return found;
}

/** The ids of the claims that have evidence from a source, or from one that repeats it. */
export function findClaimIdsRestingOn(review: Review, sourceId: string): Set<string> {
  const sources = [sourceId, ...findDerivedSourceIds(review, sourceId)];
  return new Set(
    sources.flatMap((id) => findReferrers(review, `sources/${id}`, 'evidence').map(({ claimId }) => claimId)),
  );
}

/** Lists the sources that a source may be derived from: all others, except those that are derived from it. */
export function findPossibleOrigins(review: Review, sourceId: string | null): Source[] {
  const excludedIds =
    sourceId === null ? new Set<string>() : findDerivedSourceIds(review, sourceId).add(sourceId);
  return [...review.sources.values()].filter(({ id }) => !excludedIds.has(id));
}
