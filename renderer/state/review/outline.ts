import { type Backing, backingOf } from '../../../shared/domain/claims/evidence-gaps';
import { standingOf } from '../../../shared/domain/claims/recheck';
import type { Draft } from '../../../shared/domain/draft';
import type { Edit } from '../../../shared/domain/history/change';
import { outlineOf, type PlacedClaim } from '../../../shared/domain/review/outline';
import { type QueuedClaim, unplacedClaims } from '../../../shared/domain/review/queue';
import type { Review } from '../../../shared/domain/review/review';
import { claimsRestingOn } from '../../../shared/domain/sources/derivation';
import type { Standing } from '../../../shared/domain/verdict';

/** A claim as the galley, the margin, the list and the card show it. */
export interface ShownClaim extends PlacedClaim {
  standing: Standing;
  backing: Backing;
}

/** A claim that waits for a place in the draft, as the list and the card show it. */
export interface WaitingClaim extends QueuedClaim {
  number: null;
  span: null;
  standing: Standing;
  backing: Backing;
}

/** A claim that counts in the draft. Claims that were let go are none. */
export type ListedClaim = ShownClaim | WaitingClaim;

function shownOf(review: Review, draft: Draft, placed: PlacedClaim): ShownClaim {
  const { claim, span } = placed;
  return {
    ...placed,
    standing: standingOf(review, draft, claim, span),
    backing: backingOf(review, claim.id),
  };
}

/** All claims in reading order. */
export function shownClaims(review: Review, draft: Draft): ShownClaim[] {
  return outlineOf(review, draft.id).map((placed) => shownOf(review, draft, placed));
}

/** Filled one by one: a list of pairs to fill it from would be as long, and garbage after each step. */
export function shownById(shown: readonly ShownClaim[]): ReadonlyMap<string, ShownClaim> {
  const byId = new Map<string, ShownClaim>();
  for (const each of shown) byId.set(each.claim.id, each);
  return byId;
}

/** The claims that wait for a place in the draft. In a first draft all have one. */
export function waitingClaims(review: Review, draft: Draft): readonly WaitingClaim[] {
  if (draft.number === 1) return none;
  return unplacedClaims(review, draft.id).map(({ claim, placement }) => ({
    ...{ claim, placement, number: null, span: null },
    standing: standingOf(review, draft, claim, null),
    backing: backingOf(review, claim.id),
  }));
}

const none: readonly WaitingClaim[] = [];

/** The claims that applied edits are about; null when they may be about any. */
function claimsTouched(review: Review, edits: readonly Edit[]): Set<string> | null {
  const touched = new Set<string>();
  for (const edit of edits) {
    if (edit.table === 'claims') touched.add(edit.id);
    else if (edit.table === 'placements' || edit.table === 'evidence') {
      const gone = 'delete' in edit ? edit.delete.claimId : undefined;
      const claimId = gone ?? review[edit.table].get(edit.id)?.claimId;
      if (typeof claimId === 'string') touched.add(claimId);
    } else if (edit.table === 'sources')
      for (const claimId of claimsRestingOn(review, edit.id)) touched.add(claimId);
    else if (edit.table === 'drafts') return null;
  }
  return touched;
}

/**
 * The claims after the edits were applied, at a cost that depends on the edits as far as it can. What did not change is
 * the same object as before, so that only what changed is painted anew.
 */
export function shownAfter(
  review: Review,
  draft: Draft,
  before: readonly ShownClaim[],
  edits: readonly Edit[],
): readonly ShownClaim[] {
  const touched = claimsTouched(review, edits);
  if (touched?.size === 0) return before;
  const old = shownById(before);
  const mayReuse = (placed: PlacedClaim) => touched !== null && !touched.has(placed.claim.id);
  const reused = (placed: PlacedClaim): ShownClaim => {
    const known = mayReuse(placed) ? old.get(placed.claim.id) : undefined;
    if (!known) return shownOf(review, draft, placed);
    return known.number === placed.number ? known : { ...known, number: placed.number };
  };
  const reordered = edits.some(({ table }) => table === 'placements' || table === 'drafts');
  return (reordered ? outlineOf(review, draft.id) : before.map((shown) => current(review, shown))).map(
    reused,
  );
}

/** The same place with the claim as it stands now. */
function current(review: Review, shown: ShownClaim): PlacedClaim {
  const claim = review.claims.get(shown.claim.id);
  return !claim || claim === shown.claim ? shown : { ...shown, claim };
}
