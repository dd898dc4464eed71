import { getRecheckReasons } from '../../domain/claims/recheck';
import type { Draft } from '../../domain/draft/draft';
import { listPlacedClaims } from '../../domain/review/placed-claims';
import type { Review } from '../../domain/review/review';
import type { ClaimStatus } from '../../domain/verdict';
import type { ReturnedThread } from './match-returned';

/** Compares times as instants: a file has whole seconds. */
const getTime = (at: string | null | undefined) => Math.floor(Date.parse(at ?? '') / 1000);

/**
 * Counts the claims whose comment the author deleted: those without one, although the report had it without doubt. A report may leave out
 * claims by their status, and claims may be marked or judged after it. So a claim counts if others with its status came back, and if
 * it was marked and judged before the newest of them was. `matched` are the comments that came back, with the ids of their claims.
 */
export function countDeleted(
  review: Review,
  before: Draft,
  matched: ReadonlyMap<ReturnedThread, string>,
): number {
  const found = new Set(matched.values());
  const statuses = new Set<ClaimStatus | null>();
  let newest = Number.NEGATIVE_INFINITY;
  for (const { returned, annotation } of matched.keys()) {
    statuses.add(returned.status);
    const at = getTime(annotation.comments[0]?.at);
    if (at > newest) newest = at;
  }
  return listPlacedClaims(review, before.id).filter(({ claim, span }) => {
    if (found.has(claim.id)) return false;
    const isOld = [claim.createdAt, claim.judged?.at ?? claim.createdAt].every((at) => getTime(at) <= newest);
    const recheck = getRecheckReasons(review, before, claim, span);
    return isOld && statuses.has(recheck.length > 0 ? 'recheck' : claim.verdict);
  }).length;
}
