import { type Review, referringTo } from './review';
import type { Source } from './source';

/** Where a source's knowledge comes from in the end: the source it repeats, through all that repeat each other. */
export function originOf(review: Review, sourceId: string): string {
  const passed = [sourceId];
  for (let at = sourceId; ; passed.push(at)) {
    const next = review.sources.get(at)?.derivedFrom ?? null;
    if (next === null || !review.sources.has(next)) return at;
    const met = passed.indexOf(next);
    // A ring has no origin; its first id is as good as any, and the same for all that lead into it.
    if (met >= 0) return passed.slice(met).sort()[0] ?? at;
    at = next;
  }
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

/** What a source may be derived from: every other source that is not, in the end, derived from it. */
export function possibleOrigins(review: Review, sourceId: string | null): Source[] {
  const excluded = sourceId === null ? new Set<string>() : derivedFrom(review, sourceId).add(sourceId);
  return [...review.sources.values()].filter(({ id }) => !excluded.has(id));
}
