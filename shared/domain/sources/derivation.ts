import { type Review, referringTo } from '../review/review';
import type { Source } from '../source';

/** A source and those it repeats in turn, the nearest first; each once, also where they repeat each other in a ring. */
export function chainOf(review: Review, sourceId: string): Source[] {
  const chain: Source[] = [];
  let at = review.sources.get(sourceId);
  while (at && !chain.includes(at)) {
    chain.push(at);
    at = at.derivedFrom === null ? undefined : review.sources.get(at.derivedFrom);
  }
  return chain;
}

/** Where a source's knowledge comes from in the end: the last of its chain. */
export function originOf(review: Review, sourceId: string): string {
  const chain = chainOf(review, sourceId);
  const last = chain.at(-1);
  const met = chain.findIndex(({ id }) => id === last?.derivedFrom);
  if (met < 0) return last?.id ?? sourceId;
  // A ring has no origin; its first id is as good as any, and the same for all that lead into it.
  const ring = chain.slice(met).map(({ id }) => id);
  return ring.sort()[0] ?? sourceId;
}

/** The sources that repeat this one, and those that repeat them. */
export function derivedFrom(review: Review, sourceId: string): Set<string> {
  const found = new Set<string>();
  const open = [sourceId];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const derived of referringTo(review, `sources/${id}`, 'sources'))
      if (!found.has(derived.id)) {
        found.add(derived.id);
        open.push(derived.id);
      }
  return found;
}

/** The claims that rest on a source, or on one that repeats it, by id. */
export function claimsRestingOn(review: Review, sourceId: string): Set<string> {
  const sources = [sourceId, ...derivedFrom(review, sourceId)];
  return new Set(
    sources.flatMap((id) => referringTo(review, `sources/${id}`, 'evidence').map(({ claimId }) => claimId)),
  );
}

/** What a source may be derived from: every other source that is not, in the end, derived from it. */
export function possibleOrigins(review: Review, sourceId: string | null): Source[] {
  const excluded = sourceId === null ? new Set<string>() : derivedFrom(review, sourceId).add(sourceId);
  return [...review.sources.values()].filter(({ id }) => !excluded.has(id));
}
